import Expressions
import Settings

/// A rate that a person writes as a formula of `lr` (the initial rate), `epoch`, `epochs`, `step` and `steps`.
///
/// `epoch` and `step` count from 0; the language is that of `Expression`. By epoch, `step` is that of the epoch's start.
struct FormulaSchedule: LearningRateSchedule {
    private static let names = ["lr", "epoch", "epochs", "step", "steps"]

    let formula: Expression

    init(_ reader: inout SettingReader) throws(SettingError) {
        guard let text = try reader.text("formula") else {
            throw reader.error("formula", nil, "it is missing; it must be a formula such as 'lr * 0.95 ^ epoch'")
        }
        do throws(ExpressionError) {
            formula = try Expression(parsing: text)
            for use in formula.names where !Self.names.contains(use.name) {
                throw formula.error(
                    use.column, SettingError.unknown("name '\(use.name)'", use.name, among: Self.names))
            }
            // Text where a number is wanted shows at any values.
            _ = try formula.number { _ in .number(1) }
        } catch {
            throw reader.error("formula", .string(text), "at column \(error.column) \(error.message)")
        }
    }

    func learningRate(from initial: Double, at moment: ScheduleMoment) throws(ScheduleError) -> Double {
        // Words for errors alone: a rate may be wanted at each step.
        var place: String { "at epoch \(moment.epoch), step \(moment.step)" }
        let step = moment.unit == .epoch ? moment.epoch * moment.stepsPerEpoch : moment.step
        let rate: Double
        do throws(ExpressionError) {
            rate = try formula.number { name in
                switch name {
                case "lr": .number(initial)
                case "epoch": .number(Double(moment.epoch))
                case "epochs": .number(Double(moment.epochs))
                case "step": .number(Double(step))
                default: .number(Double(moment.steps))
                }
            }
        } catch {
            throw ScheduleError("the formula fails \(place): \(error)")
        }
        guard rate.isFinite, rate >= 0 else {
            throw ScheduleError(
                "the formula '\(formula.text)' gives \(rate) \(place); a learning rate must be a number of at least 0.")
        }
        return rate
    }
}
