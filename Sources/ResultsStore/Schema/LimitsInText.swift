import Foundation
import Sweeps

extension SweepLimits {
    /// The limits of a sweep whose file has this text, as far as each stands on a line of its own with a plain value.
    ///
    /// The fourth migration reads old stores so, and sees the same in them whatever becomes of sweep files: like the
    /// migration this is not to be edited.
    init(inText text: String) {
        self.init()
        for line in text.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let rest = line[line.index(after: colon)...].replacing(/\s#.*$/, with: "")
            let value = rest.trimmingCharacters(in: CharacterSet(charactersIn: " \t\"'"))
            switch line[..<colon] {
            case "jobs": jobs = Int(value).flatMap { (1...1_024).contains($0) ? $0 : nil }
            case "timeout": timeout = Self.duration(value)
            case "memory_limit": memoryLimit = Self.bytes(value)
            case "retry": retries = Int(value).flatMap { (0...100).contains($0) ? $0 : nil } ?? 1
            case "max_failed": maxFailed = Int(value).flatMap { $0 >= 1 ? $0 : nil }
            default: continue
            }
        }
    }

    private static func duration(_ text: String) -> Duration? {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
        guard let unit = text.last.flatMap({ units[$0] }), let number = Double(text.dropLast()) else { return nil }
        let seconds = number * unit
        return seconds >= 0.001 && seconds <= 366 * 86_400 ? .seconds(seconds) : nil
    }

    private static func bytes(_ text: String) -> Int? {
        guard let (digits, unit) = MemoryWords.split(text), let number = Double(digits) else { return nil }
        let bytes = number * unit
        return bytes >= 1e6 && bytes <= 1e15 ? Int(bytes) : nil
    }
}
