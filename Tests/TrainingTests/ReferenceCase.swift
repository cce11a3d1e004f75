import Datasets
import Foundation
import Networks
import Optimizers
import Settings
import Tensors
import Testing

@testable import Training

/// One of PyTorch's trainings in float64: what was trained how, and what came out.
struct ReferenceCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let classes: Int
    let hidden: [Int]
    let activation: String
    let batch_norm: Bool?
    let batch_size: Int
    let epochs: Int
    let optimizer: String
    let options: [String: SettingValue]
    let schedule: Schedule
    let loss: String?
    let l1: Double?
    let clip_norm: Double?
    let expected: Expected

    struct Schedule: Decodable, Sendable {
        let name: String
        let options: [String: SettingValue]
    }

    struct Expected: Decodable, Sendable {
        let step_loss: [Double]
        let epoch_lr: [Double]
        let train_loss: [Double]
        let train_accuracy: [Double]
        let dev_loss: [Double]
        let dev_accuracy: [Double]
    }

    var testDescription: String { name }

    static let all: [ReferenceCase] = {
        do {
            return try JSONDecoder().decode([ReferenceCase].self, from: Data(contentsOf: file("cases.json")))
        } catch {
            return []
        }
    }()

    static func file(_ name: String) -> URL {
        (Bundle.module.resourceURL ?? URL(filePath: ".")).appending(path: "Reference/\(name)")
    }

    /// The part `train` or `dev`.
    func source(_ part: String) throws -> RowSource {
        let text = try String(contentsOf: Self.file("\(name).\(part).csv"), encoding: .utf8)
        let numbers = text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",").compactMap { Float($0) }
        }
        let targets = numbers.compactMap(\.last)
        return RowSource(
            rows: numbers.map { Array($0.dropLast()) },
            targets: classes == 0 ? .values(targets) : .classes(targets.map { Int32($0) }, count: classes))
    }

    func network() throws -> Network {
        let network = Network(
            Architecture(
                inputs: 10, hidden: hidden, outputs: classes > 2 ? classes : 1,
                activation: Activation(rawValue: activation) ?? .relu, batchNormalization: batch_norm ?? false),
            seed: 0)
        try network.read(SafetensorsFile(path: Self.file("\(name).safetensors").path()))
        return network
    }

    func plan() throws -> TrainingPlan {
        let kind = try #require(OptimizerKind(rawValue: optimizer))
        var options = options
        options["lr"] = nil
        options["weight_decay"] = nil
        var reader = SettingReader(options)
        var lossReader = SettingReader([:])
        let lossKind: LossKind = loss.flatMap(LossKind.init) ?? (classes == 2 ? .binaryCrossEntropy : .crossEntropy)
        var plan = TrainingPlan(
            epochs: epochs, loss: try lossKind.makeLoss(&lossReader), optimizer: try kind.makeMethod(&reader),
            learningRate: try #require(self.options["lr"]?.number),
            weightDecay: self.options["weight_decay"]?.number ?? kind.defaultWeightDecay, seed: 0)
        plan.batchSize = .count(batch_size)
        plan.shuffle = .never
        plan.l1 = l1 ?? 0
        plan.clipNorm = clip_norm
        plan.objective = TrainingObjective(metric: .devLoss)
        var scheduleOptions = schedule.options
        scheduleOptions["name"] = .string(schedule.name)
        var scheduleReader = SettingReader(scheduleOptions)
        plan.decay = try LearningRateDecay(&scheduleReader)
        return plan
    }
}
