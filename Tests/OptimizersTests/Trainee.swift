import Optimizers
import Settings

/// Parameters that any kind of optimizer moves towards the minimum of a bowl, with or without noise in the gradient.
struct Trainee {
    /// ½·Σ cᵢ·(wᵢ − tᵢ)², with curvatures c between 0.5 and 1.5.
    private let curvatures: [Float]
    private let targets: [Float]
    private let noisiness: Float
    private let learningRate: Double
    private let taker: Taker
    private(set) var parameters: [Float]
    private var step = 0

    private enum Taker {
        case perStep(Optimizer)
        case fullBatch(LBFGSOptimizer)
    }

    init(
        _ kind: OptimizerKind, _ options: [String: SettingValue] = [:], count: Int = 37, learningRate: Double? = nil,
        weightDecay: Double = 0, noisiness: Float = 0.1
    ) throws {
        curvatures = noise(count, seed: 1).map { 1 + $0 / 2 }
        targets = noise(count, seed: 2)
        parameters = noise(count, seed: 3)
        self.learningRate = learningRate ?? kind.defaultLearningRate
        var reader = SettingReader(options, path: "optimizer")
        switch try kind.makeMethod(&reader) {
        case .perStep(let rule):
            let group = ParameterGroup(ranges: [0..<count], weightDecay: weightDecay)
            taker = .perStep(Optimizer(rule, parameterCount: count, groups: [group]))
            self.noisiness = noisiness
        case .fullBatch(let rule):
            taker = .fullBatch(LBFGSOptimizer(rule, parameterCount: count))
            self.noisiness = 0
        }
    }

    var loss: Double {
        zip(curvatures, zip(parameters, targets)).reduce(0) { sum, element in
            let distance = Double(element.1.0 - element.1.1)
            return sum + Double(element.0) * distance * distance / 2
        }
    }

    /// The gradient at the next step, of which a part is noise of its own.
    private func gradient(_ parameters: [Float]) -> [Float] {
        let disturbance = noise(parameters.count, seed: 100 + UInt64(step))
        return parameters.indices.map {
            curvatures[$0] * (parameters[$0] - targets[$0]) + noisiness * disturbance[$0]
        }
    }

    mutating func train(steps: Int) {
        for _ in 0..<steps {
            let gradients = gradient(parameters)
            switch taker {
            case .perStep(let optimizer): optimizer.step(&parameters, gradients, learningRate: learningRate)
            case .fullBatch(let optimizer):
                let trainee = self
                optimizer.step(&parameters, learningRate: learningRate) {
                    var at = trainee
                    at.parameters = $0
                    return (at.loss, at.gradient($0))
                }
            }
            step += 1
        }
    }

    func exportState() -> OptimizerState {
        switch taker {
        case .perStep(let optimizer): optimizer.exportState()
        case .fullBatch(let optimizer): optimizer.exportState()
        }
    }

    /// Takes over where `other` is, its state by way of a checkpoint's text.
    mutating func goOn(from other: Trainee) throws {
        let saved = other.exportState()
        let state = try OptimizerState(buffers: saved.buffers, numberTexts: saved.numberTexts)
        switch taker {
        case .perStep(let optimizer): try optimizer.importState(state)
        case .fullBatch(let optimizer): try optimizer.importState(state)
        }
        (parameters, step) = (other.parameters, other.step)
    }
}

/// A kind with options under which it keeps other state, or takes another way, than by default.
struct Variant: Sendable, CustomStringConvertible {
    let kind: OptimizerKind
    var options: [String: SettingValue] = [:]

    var description: String { "\(kind.rawValue) \(SettingValue.mapping(options))" }

    /// Every kind by default, and then with its other ways.
    static var all: [Variant] {
        OptimizerKind.allCases.map { Variant(kind: $0) } + [
            Variant(kind: .sgd, options: ["momentum": .double(0.9), "dampening": .double(0.1)]),
            Variant(kind: .sgd, options: ["momentum": .double(0.9), "nesterov": .bool(true)]),
            Variant(kind: .adam, options: ["amsgrad": .bool(true)]),
            Variant(kind: .adam, options: ["bias_correction": .bool(false)]),
            Variant(kind: .rmsprop, options: ["momentum": .double(0.9)]),
            Variant(kind: .rmsprop, options: ["centered": .bool(true)]),
            Variant(kind: .rmsprop, options: ["bias_correction": .bool(true), "eps_inside_sqrt": .bool(true)]),
            Variant(kind: .rmsprop, options: ["momentum": .double(0.9), "centered": .bool(true)]),
            Variant(kind: .adagrad, options: ["lr_decay": .double(0.1), "initial_accumulator_value": .double(0.5)]),
            Variant(kind: .asgd, options: ["t0": .int(3)]),
            Variant(kind: .lbfgs, options: ["line_search_fn": .string("strong_wolfe"), "max_iter": .int(2)]),
            Variant(kind: .lbfgs, options: ["max_iter": .int(2), "history_size": .int(2)]),
        ]
    }

    static var perStep: [Variant] { all.filter { $0.kind != .lbfgs } }
}
