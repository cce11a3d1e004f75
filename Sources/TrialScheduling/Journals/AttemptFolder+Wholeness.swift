import Sweeps

extension AttemptFolder {
    /// What is missing of what the trial had measured when this attempt's journal had come to `position`, in it or in
    /// the journals of the attempts that it goes on from; nil if all is there.
    ///
    /// A checkpoint that was taken then is of use only with them: what they lack nobody would measure again.
    public func lack(before position: Int) -> String? {
        var attempt = self
        var position = position
        while true {
            let reason = "'\(attempt.journal)' is torn or damaged before byte \(position)"
            var reader = JournalReader(path: attempt.journal)
            let lines = ((try? reader.readNewLines()) ?? []).prefix { $0.end <= position }
            guard lines.last?.end == position, lines.allSatisfy({ $0.entry != nil }),
                case .begun(let origin, let start)? = lines.first?.entry, origin < attempt.number
            else { return reason }
            if origin == 0 { return nil }
            attempt = attempt.sibling(origin)
            position = start
        }
    }
}
