import Foundation
import Settings

/// The numbers between two bounds, both of which may be among them, that are a step apart.
enum SteppedRange {
    /// More would be no list.
    static let most = 100_000

    /// In decimals, as people count: from 0 to 0.3 by 0.1 is 0, 0.1, 0.2 and 0.3. Nil for more than `most`.
    ///
    /// - Parameters: numbers, `max` above `min`, `step` above 0.
    static func values(from min: SettingValue, to max: SettingValue, by step: SettingValue) -> [SettingValue]? {
        guard let (low, high, step) = decimals(min, max, step), (high - low) / step < Decimal(most) else { return nil }
        var values: [SettingValue] = []
        var next = low
        while next <= high {
            values.append(.number(Double(next.description) ?? 0))
            next += step
        }
        return values
    }

    private static func decimals(
        _ min: SettingValue, _ max: SettingValue, _ step: SettingValue
    ) -> (Decimal, Decimal, Decimal)? {
        guard let low = Decimal(string: min.description), let high = Decimal(string: max.description),
            let step = Decimal(string: step.description), step > 0
        else { return nil }
        return (low, high, step)
    }
}
