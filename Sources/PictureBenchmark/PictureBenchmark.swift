import Datasets
import Foundation
import Settings

/// `picture-benchmark`: how fast a folder of JPEG pictures is prepared, side by side with libjpeg-turbo's decoding alone;
/// `make picture-benchmark` runs it.
@main enum PictureBenchmark {
    static let rounds = 5
    static let pictures = 2_000
    /// Of the files, as photographs often have it.
    static let stored = (height: 375, width: 500)
    /// What they are brought to.
    static let side = 224

    static func main() throws {
        let folder = NSTemporaryDirectory() + "picture-benchmark-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = try writePictures(to: folder + "/pictures")
        let settings = try DataSettings(
            ["source": .string(folder + "/pictures"), "size": [.int(side), .int(side)]], folder: ".")

        var times: [(what: String, taken: [Taken])] = [
            ("libjpeg-turbo, decoding at 8/8", []), ("libjpeg-turbo, decoding at 5/8", []),
            ("sweep: decoding and resizing by area", []),
            ("sweep: looking up, reading, decoding, resizing, writing", []),
            ("sweep: finding what is prepared", []),
        ]
        for round in 0..<rounds {
            let prepared = "\(folder)/prepared-\(round)"
            try times[0].taken.append(measure { try ScaledDecoding.decodeAll(files, eighths: 8) })
            try times[1].taken.append(measure { try ScaledDecoding.decodeAll(files, eighths: 5) })
            try times[2].taken.append(measure { try AreaDecoding.decodeAll(files, side: side) })
            for place in 3...4 {
                let cache = DataCache(preparedFolder: prepared)
                try times[place].taken.append(measure { _ = try cache.split(of: settings, trialSeed: 1) })
            }
            try FileManager.default.removeItem(atPath: prepared)
        }
        print("\(pictures) JPEG pictures of \(stored.width)×\(stored.height) to \(side)×\(side), on")
        print("\(ProcessInfo.processInfo.activeProcessorCount) cores; medians of \(rounds) rounds.\n")
        print("| what | seconds | of processor time |\n| --- | --- | --- |")
        for (what, taken) in times {
            print("| \(what) | \(median(taken.map(\.seconds))) | \(median(taken.map(\.processor))) |")
        }
    }

    /// What something took.
    private struct Taken {
        let seconds: Double
        /// Of all cores together, which other programs on them do not lengthen as much.
        let processor: Double
    }

    private static func measure(_ body: () throws -> Void) throws -> Taken {
        let before = clock()
        let seconds = try ContinuousClock().measure(body) / .seconds(1)
        return Taken(seconds: seconds, processor: Double(clock() - before) / Double(CLOCKS_PER_SEC))
    }

    private static func median(_ numbers: [Double]) -> String {
        String(format: "%.2f", numbers.sorted()[numbers.count / 2])
    }

    /// Two classes of drawn pictures, each in a file of its own; gives the paths.
    private static func writePictures(to folder: String) throws -> [String] {
        var paths: [String] = []
        for label in ["boxes", "discs"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(label)", withIntermediateDirectories: true)
        }
        let kinds = 40
        let bytes = (0..<kinds).map { kind in
            JPEGEncoding.encoded(
                DrawnPicture.pixels(stored.height, stored.width, seed: kind), stored.height, stored.width)
        }
        for number in 0..<pictures {
            let path = "\(folder)/\(number.isMultiple(of: 2) ? "boxes" : "discs")/\(number).jpg"
            // What follows the end of a picture makes every file another one.
            try Data(bytes[number % kinds] + Array("\(number)".utf8)).write(to: URL(filePath: path))
            paths.append(path)
        }
        return paths
    }
}
