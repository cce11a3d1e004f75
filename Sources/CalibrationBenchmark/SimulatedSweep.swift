public import Analysis
public import Randomness

/// A made-up sweep, in which it is known who is better.
public struct SimulatedSweep: Sendable {
    public let world: NoiseWorld
    public let configurations: Int
    public let seeds: Int
    /// By how much the first configuration is truly better than every other.
    public var advantage = 0.0
    /// How many of the last configurations are truly far worse than the others.
    public var laggards = 0
    /// The spread of these, in what it would be otherwise.
    public var laggardSpread = 1.0
    /// What a shared seed does to all configurations alike, as a standard deviation.
    public var seedEffect = 2.0
    /// Whether all configurations have the same seeds.
    public var sharesSeeds = true

    public init(_ world: NoiseWorld, configurations: Int, seeds: Int) {
        self.world = world
        self.configurations = configurations
        self.seeds = seeds
    }

    public func samples(from stream: inout RandomStream) -> [SeedSample] {
        let hasEffect = sharesSeeds && seedEffect > 0
        let effects = (0..<(hasEffect ? seeds : 0)).map { _ in seedEffect * stream.normal() }
        let common = world.grouped > 0 ? (0..<2).map { _ in (0..<seeds).map { _ in stream.normal() } } : []
        return (0..<configurations).map { configuration in
            let isLaggard = configuration >= configurations - laggards
            let deviation =
                world.deviation(of: configuration, among: configurations) * (isLaggard ? laggardSpread : 1)
            let center = configuration == 0 ? advantage : isLaggard ? -1_000 : 0
            let values = (0..<seeds).map { seed in
                var noise = world.draw(from: &stream)
                if !common.isEmpty {
                    let group = 2 * configuration / configurations
                    noise =
                        (1 - world.grouped).squareRoot() * noise + world.grouped.squareRoot() * common[group][seed]
                }
                return center + deviation * noise + (effects.isEmpty ? 0 : effects[seed])
            }
            guard !sharesSeeds else { return SeedSample(values) }
            return SeedSample(values.enumerated().map { (seed: configuration * seeds + $0.offset, value: $0.element) })
        }
    }
}
