import Foundation
import SweepTracking

/// Goes down from 0 to the lowest point of (x − 3)², and may be stopped and go on.
struct Descent: Codable {
    var epoch = 0
    var position = 0.0
}

let trial = try Trial.begin()  // nil outside a sweep, where the defaults below serve
let rate = trial?.configuration["rate"]?.number ?? 0.1
let epochs = trial?.configuration["epochs"]?.int ?? 20
let checkpoint = trial?.checkpointFolder.appending(path: "descent.json")

var descent = Descent()
if let checkpoint, let data = try? Data(contentsOf: checkpoint) {
    descent = try JSONDecoder().decode(Descent.self, from: data)
}
while descent.epoch < epochs {
    descent.epoch += 1
    descent.position -= rate * 2 * (descent.position - 3)
    let loss = (descent.position - 3) * (descent.position - 3)
    trial?.log(["loss": loss], step: descent.epoch, epoch: descent.epoch)
    if let checkpoint { try JSONEncoder().encode(descent).write(to: checkpoint, options: .atomic) }
}
trial?.finish()
print("x = \(descent.position)")
