import Charts
import Settings
import SweepViews

extension ParameterValues {
    /// As `fullLabels`, with numbers as people read them and type sets them.
    var words: [String] {
        zip(values, zip(labels, fullLabels)).map { value, labels in
            guard let value, value.text == nil else { return labels.1 }
            return "\(name) \(TypesetNumber.text(labels.0))"
        }
    }
}
