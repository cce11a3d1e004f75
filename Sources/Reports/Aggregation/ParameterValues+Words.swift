import Charts
import Settings
import SweepViews

extension ParameterValues {
    /// As `fullLabels`, with numbers as type sets them.
    var words: [String] {
        zip(values, fullLabels).map { value, label in
            guard let value, value.text == nil else { return label }
            return "\(name) \(TypesetNumber.text(value.label))"
        }
    }
}
