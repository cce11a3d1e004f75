/// The parameters that vary, each with its domain, in the order written.
public struct SearchSpace: Hashable, Sendable {
    public struct Parameter: Hashable, Sendable {
        /// May be dotted: `optimizer.betas`.
        public let name: String
        public let domain: ParameterDomain

        public init(name: String, domain: ParameterDomain) {
            self.name = name
            self.domain = domain
        }
    }

    public var parameters: [Parameter]

    public init(_ parameters: [Parameter] = []) {
        self.parameters = parameters
    }
}
