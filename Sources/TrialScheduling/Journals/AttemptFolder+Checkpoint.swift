import Foundation
import Settings

extension AttemptFolder {
    /// How far the journal had come when the last checkpoint was taken; nil without one that says so.
    var checkpointPosition: Int? {
        guard let handle = FileHandle(forReadingAtPath: lastCheckpoint) else { return nil }
        defer { try? handle.close() }
        // The file begins with its header's length in eight bytes, the lowest first, and the header as JSON.
        guard let start = try? handle.read(upToCount: 8), start.count == 8 else { return nil }
        let length = start.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= 100_000_000, let header = try? handle.read(upToCount: Int(length)),
            let fields = try? SettingValue(json: String(decoding: header, as: UTF8.self)).asMapping
        else { return nil }
        return fields["__metadata__"]?.asMapping?["journal_position"]?.text.flatMap { Int($0) }
    }
}

extension TrialFolder {
    /// A checkpoint that counts on measurements that its journal no longer has.
    public struct UnprovenCheckpoint: Hashable, Sendable {
        public let path: String
        public let damage: JournalDamage

        /// Renames it, so that no attempt goes on from it.
        public func setAside() throws(FileError) {
            guard rename(path, path + ".unproven") != 0 else { return }
            throw FileError(path: path, doing: "rename", errno: errno)
        }
    }

    /// Those from which the trial must not go on: what was measured before them would be missing for good.
    public func unprovenCheckpoints() throws(FileError) -> [UnprovenCheckpoint] {
        var unproven: [UnprovenCheckpoint] = []
        for attempt in attempts() {
            guard let position = attempt.checkpointPosition else { continue }
            guard let damage = try JournalDamage.first(in: attempt, upTo: position) else { continue }
            unproven.append(UnprovenCheckpoint(path: attempt.lastCheckpoint, damage: damage))
        }
        return unproven
    }
}
