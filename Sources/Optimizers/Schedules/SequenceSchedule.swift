import Settings

/// Schedules one after the other, such as a warm-up and then a decay.
///
///     parts: [{for: 5, decay: {name: linear}}, {decay: cosine}]
///
/// Each part but the last says how long it holds, in epochs or, with `per: step` beside `parts`, in steps. In each part
/// epoch and step count from 0, and the part's length stands for the whole training's, and for a `total_iters` that is not
/// written. The last part holds to the end.
struct SequenceSchedule: LearningRateSchedule {
    struct Part {
        /// Nil in a last part that does not say it.
        let duration: Int?
        let schedule: any LearningRateSchedule
    }

    let parts: [Part]

    init(_ reader: inout SettingReader) throws(SettingError) {
        let value = reader.value("parts")
        guard case .list(let elements) = value, !elements.isEmpty else {
            throw reader.error("parts", value, "it must be a list such as [{for: 5, decay: linear}, {decay: cosine}]")
        }
        var parts: [Part] = []
        for (index, element) in elements.enumerated() {
            let name = "parts[\(index)]"
            guard case .mapping(let entries) = element else {
                throw reader.error(name, element, "it must be a mapping such as {for: 5, decay: linear}")
            }
            let path = reader.error(name, nil, "").path
            parts.append(try Self.part(SettingReader(entries, path: path), isLast: index == elements.count - 1))
        }
        self.parts = parts
    }

    private static func part(_ reader: SettingReader, isLast: Bool) throws(SettingError) -> Part {
        var reader = reader
        let duration = try reader.wholeNumber("for", atLeast: 1)
        if duration == nil, !isLast {
            throw reader.error("for", nil, "it is missing; every part but the last must say how long it holds")
        }
        let value = reader.value("decay")
        guard var decay = try reader.mapping("decay") else {
            throw reader.error("decay", nil, "it is missing; it must be a schedule")
        }
        try reader.finish()
        let kind = try ScheduleKind(&decay, offering: ScheduleKind.allCases.filter { $0 != .plateau })
        guard case .timed(let schedule) = try kind.makeDecay(&decay) else {
            throw reader.error("decay", value, "it follows a metric and cannot be part of a sequence")
        }
        return Part(duration: duration, schedule: schedule)
    }

    var changesWithinEpochs: Bool { parts.contains { $0.schedule.changesWithinEpochs } }

    func learningRate(from initial: Double, at moment: ScheduleMoment) throws(ScheduleError) -> Double {
        var time = moment.now
        for part in parts.dropLast() {
            guard let duration = part.duration, time >= duration else {
                return try part.schedule.learningRate(
                    from: initial, at: moment.restarted(time, length: part.duration ?? 0))
            }
            time -= duration
        }
        guard let last = parts.last else { return initial }
        let length = last.duration ?? max(0, moment.total - (moment.now - time))
        return try last.schedule.learningRate(from: initial, at: moment.restarted(time, length: length))
    }
}

extension ScheduleMoment {
    /// The same moment in a part of the training that began `time` epochs or steps ago and is `length` long.
    fileprivate func restarted(_ time: Int, length: Int) -> ScheduleMoment {
        var moment: ScheduleMoment
        switch unit {
        case .epoch:
            let (steps, isTooLarge) = length.multipliedReportingOverflow(by: stepsPerEpoch)
            moment = ScheduleMoment(
                epoch: time, step: step - (epoch - time) * stepsPerEpoch, epochs: length,
                steps: isTooLarge ? .max : steps)
        case .step:
            moment = ScheduleMoment(
                epoch: time / stepsPerEpoch, step: time, epochs: max(1, length / stepsPerEpoch), steps: length)
        }
        moment.isInPart = true
        return moment
    }
}
