/// Something about a sweep that people tend to miss.
public enum SweepWarning: Hashable, Sendable {
    case bestAtEdge(BestAtEdge)
    case specialCaseAhead(SpecialCaseAhead)
    case seedsOutweigh(SeedsOutweigh)
    case smallDevSet(SmallDevSet)
    case stillImproving(StillImproving)
    case optimisticChoice(OptimisticChoice)
    case lostTrials(LostTrials)
    /// A setting that had no effect, or ended trainings before their time, as whoever trains says it.
    case idleSetting(String)
    case diagnosis(Diagnosis)
    /// Trials were computed with different processors or kernels, as a sentence.
    case mixedMachines(String)

    /// What it is and what to do about it.
    public var sentence: String {
        switch self {
        case .bestAtEdge(let warning): warning.sentence
        case .specialCaseAhead(let warning): warning.sentence
        case .seedsOutweigh(let warning): warning.sentence
        case .smallDevSet(let warning): warning.sentence
        case .stillImproving(let warning): warning.sentence
        case .optimisticChoice(let warning): warning.sentence
        case .lostTrials(let warning): warning.sentence
        case .idleSetting(let sentence): sentence
        case .diagnosis(let diagnosis): diagnosis.sentence
        case .mixedMachines(let sentence): sentence
        }
    }
}
