/// A name that the sweep's file gives to configurations.
public struct ConfigurationLabel: Hashable, Sendable {
    /// A condition on the hyperparameters: `optimizer == 'sgd' and batch_size == 8`.
    public let condition: String
    public let text: String

    public init(condition: String, text: String) {
        self.condition = condition
        self.text = text
    }
}
