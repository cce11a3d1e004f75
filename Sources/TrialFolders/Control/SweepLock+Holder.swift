public import Foundation
import Settings

extension SweepLock {
    /// Who holds a lock.
    public struct Holder: Hashable, Sendable {
        public let identity: ProcessIdentity
        public let since: Date
        /// The name of its machine; nil in words of older versions, which know one machine alone.
        public let host: String?

        public init(identity: ProcessIdentity, since: Date, host: String? = nil) {
            self.identity = identity
            self.since = since
            self.host = host
        }

        static var own: Holder { Holder(identity: .own, since: Date(), host: ownHost) }
        static var ownHost: String { ProcessInfo.processInfo.hostName }

        /// Whether it is a process of another machine, of which nothing is known but by the lock's file.
        public var isElsewhere: Bool { host.map { $0 != Self.ownHost } ?? false }

        /// `process 123 since 2026-11-21 04:05:06 UTC`.
        public var words: String {
            let time = since.formatted(.iso8601.dateTimeSeparator(.space)).dropLast()
            return "process \(identity.process)\(place) since \(time) UTC"
        }

        private var place: String {
            guard isElsewhere, let host else { return "" }
            return " on \(host)"
        }

        /// Why what it had under way is over.
        public var endWords: String {
            if isElsewhere { return "the scheduler\(place) or its worker was killed" }
            return identity.isOfEarlierBoot ? "the machine stopped" : "the scheduler or its worker was killed"
        }

        /// As the lock's file has it.
        var json: String {
            var line = "{\"boot\":"
            JSONText.append(identity.boot, to: &line)
            line += ",\"process\":\(identity.process),\"start\":\(identity.start),\"since\":\(since.milliseconds)"
            if let host {
                line += ",\"host\":"
                JSONText.append(host, to: &line)
            }
            return line + "}\n"
        }

        /// Nil for what is no such words; those of older versions are read too.
        init?(json content: Data) {
            if let former = try? JSONDecoder().decode(Former.self, from: content) {
                self.init(identity: former.identity, since: former.since)
                return
            }
            guard let text = String(validating: content, as: UTF8.self),
                let fields = try? SettingValue(json: text).asMapping, let boot = fields["boot"]?.text,
                let process = fields["process"]?.count.flatMap(Int32.init(exactly:)),
                let start = fields["start"]?.count,
                let since = fields["since"]?.count
            else { return nil }
            self.init(
                identity: ProcessIdentity(boot: boot, process: process, start: start),
                since: Date(milliseconds: since), host: fields["host"]?.text)
        }

        /// The words of older versions.
        private struct Former: Decodable {
            let identity: ProcessIdentity
            let since: Date
        }
    }
}
