import Charts

/// What a quantity is measured on, by the metric's name: the training set, the dev set, or nothing that is told.
struct CurveSet: Hashable {
    /// As in a legend: `train`; empty for a metric of its own.
    let name: String
    let metric: String

    static func train(_ metric: String) -> CurveSet { CurveSet(name: "train", metric: metric) }
    static func dev(_ metric: String) -> CurveSet { CurveSet(name: "dev", metric: metric) }
}

/// How the lines of curves look: dashes tell the sets, or, where they tell the series apart, width alone does.
struct CurveLook {
    let theme: Theme
    /// How many series are named.
    let named: Int
    let dashesTell: Bool

    /// More lines are thinner.
    private var width: Double {
        theme.lineWidth * (named > ChartOptions.mostNames ? 0.5 : named > ChartOptions.usualTop ? 0.8 : 1)
    }

    /// Of a series with one set.
    func stroke(_ color: Color, _ dash: Dash) -> Stroke { Stroke(color, width: width, dash: dash) }

    func stroke(_ set: CurveSet?, _ color: Color, _ dash: Dash) -> Stroke {
        let (share, own): (Double, Dash) =
            switch set?.name {
            case "train": (dashesTell ? 0.45 : 0.7, .solid)
            case "dev": (1, .dashed)
            default: (dashesTell ? 0.7 : 1, .dotted)
            }
        return Stroke(color, width: width * share, dash: dashesTell ? dash : own)
    }

    /// Of a single epoch: what is chosen by is full.
    func shape(_ set: CurveSet) -> DotShape { set.name == "train" ? .ring : .circle }

    /// What the legend says of a set.
    func key(_ set: CurveSet, isOfPoints: Bool) -> Key {
        if isOfPoints { return Key(set.name, .dot(shape(set), radius: 2.4, theme.mutedInk)) }
        let stroke = stroke(set, theme.mutedInk, .solid)
        // Dashes are names then, and a sample alone would not say that width is the sign.
        let sign = dashesTell ? (stroke.width < width ? " (thin)" : " (thick)") : ""
        return Key(set.name + sign, stroke)
    }
}
