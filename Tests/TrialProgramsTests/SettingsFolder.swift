import Foundation
import Networks
import Tensors

/// A folder with the files that `EverySetting` names, gone when the test is.
final class SettingsFolder {
    let path = NSTemporaryDirectory() + "settings-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try write(
            "numbers.csv", "x,colour,y\n" + rows { "\($0 % 7),\(["red", "green"][$0 % 2]),\(Double($0 % 5) + 0.5)" })
        try write("two.csv", "x,z,class\n" + rows { "\($0 % 7),\($0 % 4),\(["a", "b"][($0 * $0 / 3) % 2])" })
        var start = SafetensorsWriter()
        Network(Architecture(inputs: 2, hidden: [4], outputs: 3), seed: 9).write(to: &start)
        try start.write(to: "\(path)/start.safetensors")
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    private func rows(_ row: (Int) -> String) -> String { (0..<40).map { row($0) + "\n" }.joined() }

    private func write(_ name: String, _ text: String) throws {
        try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
    }
}
