// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is checked alike: Swift 6 mode, and imports that say what they expose.
let checks: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: checks)
}

func tests(of name: String, _ more: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.target(name: name)] + more, resources: resources, swiftSettings: checks)
}

func system(_ name: String, pkgConfig: String, apt: [String]) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt(apt)])
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

/// What both sides share, and the outside libraries that come as system packages.
let foundations: [Target] = [
    library("Randomness"),
    library("Expressions"),
    .target(name: "CProcesses"),
    library("Settings"),
    system("COpenBLAS", pkgConfig: "openblas", apt: ["libopenblas-serial-dev"]),
    system("CPNG", pkgConfig: "libpng", apt: ["libpng-dev"]),
    system("CJPEG", pkgConfig: "libjpeg", apt: ["libjpeg-dev"]),
    system("CZlib", pkgConfig: "zlib", apt: ["zlib1g-dev"]),
    system("CCairo", pkgConfig: "pangocairo", apt: ["libcairo2-dev", "libpango1.0-dev"]),
]

/// Data, networks, optimizers and the training loop: no word of sweeps.
let trainingSide: [Target] = [
    .target(name: "CKernels"),
    .target(name: "CDigits", exclude: ["digits.csv", "README.md"]),
    library("Tensors", ["CKernels", "COpenBLAS", "Settings"]),
    library("Networks", ["CKernels", "Randomness", "Settings", "Tensors"]),
    library("Optimizers", ["CKernels", "Expressions", "Settings", "Tensors"]),
    .target(name: "CImages", dependencies: ["CJPEG", "CPNG"]),
    library("Datasets", ["CDigits", "CImages", "CKernels", "CZlib", "Randomness", "Settings"]),
    library("Training", ["CKernels", "Datasets", "Networks", "Optimizers", "Randomness", "Settings", "Tensors"]),
]

/// For programs in Swift that run as trials; it stands alone.
let programSide: [Target] = [library("SweepTracking")]

/// Files, plans, the store, rankings and charts: no word of tensors.
let sweepSide: [Target] = [
    library("Sweeps", ["Randomness", "Settings"]),
    library("SweepFiles", ["Expressions", "Settings", "Sweeps", "Yams"]),
    library("SweepPlanning", ["Expressions", "Randomness", "Settings", "Sweeps"]),
    library("TrialFolders", ["Settings", "Sweeps"]),
    library("ProgramMetrics", ["Settings", "Sweeps"]),
    library("ResultsStore", ["Settings", "Sweeps", "TrialFolders", .product(name: "GRDB", package: "GRDB.swift")]),
    library("Analysis", ["Expressions", "Randomness", "Settings", "Sweeps"]),
    library("Charts", ["CCairo", "CPNG", "Settings"]),
    library("SweepViews", ["Analysis", "Expressions", "ResultsStore", "Settings", "Sweeps"]),
    library("Reports", ["Analysis", "Charts", "Settings", "SweepViews", "Sweeps"]),
    library("TrialScheduling", ["ResultsStore", "Settings", "SweepPlanning", "Sweeps", "TrialFolders", logging]),
    library(
        "SweepRuns",
        [
            "ResultsStore", "Settings", "SweepFiles", "SweepPlanning", "Sweeps", "TrialFolders", "TrialScheduling",
            logging,
        ]),
    library(
        "TextReports",
        [
            "Analysis", "ProgramMetrics", "Reports", "ResultsStore", "Settings", "SweepFiles", "SweepPlanning",
            "SweepRuns", "SweepViews", "Sweeps", "TrialFolders", "TrialScheduling",
        ]),
]

/// Where the two sides meet, and the command that joins all.
let joints: [Target] = [
    library(
        "Workloads", ["Datasets", "Networks", "Optimizers", "Randomness", "Settings", "Sweeps", "Tensors", "Training"]),
    .target(name: "CPythonSupport", exclude: ["hook", "module"]),
    library(
        "TrialPrograms",
        [
            "Analysis", "CProcesses", "CPythonSupport", "Expressions", "ProgramMetrics", "Randomness", "ResultsStore",
            "Settings", "SweepFiles", "SweepPlanning", "SweepRuns", "SweepViews", "Sweeps", "TrialFolders",
            "TrialScheduling", "Workloads",
        ]),
    .executableTarget(
        name: "SweepCommand",
        dependencies: [
            "Analysis", "Charts", "Expressions", "ProgramMetrics", "Reports", "ResultsStore", "Settings", "SweepFiles",
            "SweepPlanning",
            "SweepRuns", "SweepViews", "Sweeps", "TextReports", "TrialFolders", "TrialPrograms",
            "TrialScheduling", "Workloads", argumentParser, logging,
        ],
        swiftSettings: checks),
]

/// Measurements that anyone can repeat; no other target uses them, but for tests.
let benchmarks: [Target] = [
    .executableTarget(
        name: "CalibrationBenchmark", dependencies: ["Analysis", "Randomness", "Settings", "Sweeps"],
        swiftSettings: checks),
    .executableTarget(name: "ChartBenchmark", dependencies: ["Charts"], swiftSettings: checks),
    .executableTarget(
        name: "SchedulingBenchmark",
        dependencies: ["ResultsStore", "Settings", "Sweeps", "TrialFolders", "TrialScheduling", argumentParser],
        swiftSettings: checks),
    .executableTarget(
        name: "RankingBenchmark",
        dependencies: ["Randomness", "ResultsStore", "Settings", "Sweeps", "TrialFolders", argumentParser, subprocess],
        swiftSettings: checks),
    .executableTarget(
        name: "PictureBenchmark", dependencies: ["CImages", "CJPEG", "Datasets", "Randomness", "Settings"],
        swiftSettings: checks),
    .executableTarget(
        name: "TrainingBenchmark",
        dependencies: [
            "Datasets", "Networks", "Optimizers", "Randomness", "Settings", "Training", argumentParser, subprocess,
        ],
        exclude: ["pytorch_peer.py"], swiftSettings: checks),
]

let testTargets: [Target] = [
    tests(of: "Randomness"),
    tests(of: "Expressions"),
    tests(of: "Settings"),
    tests(of: "Tensors"),
    tests(of: "Networks", ["Randomness", "Settings", "Tensors"], resources: [.copy("Reference")]),
    tests(of: "Optimizers", ["Settings", "Tensors"], resources: [.copy("Reference")]),
    tests(of: "Datasets", ["CJPEG", "CZlib", "PictureBenchmark", "Randomness", "Settings"]),
    tests(
        of: "Training", ["Datasets", "Networks", "Optimizers", "OwnLoop", "Randomness", "Settings", "Tensors"],
        resources: [.copy("Reference")]),
    // The program in README, which a test runs.
    .executableTarget(
        name: "OwnLoop", dependencies: ["Datasets", "Networks", "Optimizers", "Settings", "Tensors", "Training"],
        path: "Tests/OwnLoop", swiftSettings: checks),
    tests(of: "Workloads", ["Datasets", "Settings", "Sweeps", "Training"]),
    tests(of: "Sweeps", ["Settings"]),
    tests(of: "SweepFiles", ["Settings", "Sweeps"]),
    tests(of: "SweepPlanning", ["Randomness", "Settings", "Sweeps"]),
    // A folder of its own for a test.
    .target(name: "TemporaryFolders", path: "Tests/TemporaryFolders", swiftSettings: checks),
    tests(of: "TrialFolders", ["Randomness", "Settings", "Sweeps", "TemporaryFolders"]),
    tests(of: "ProgramMetrics", ["Settings", "Sweeps"], resources: [.copy("Examples")]),
    tests(
        of: "ResultsStore",
        ["Randomness", "Settings", "Sweeps", "TrialFolders", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(
        of: "Analysis", ["CalibrationBenchmark", "Expressions", "Randomness", "Settings", "Sweeps"],
        resources: [.copy("Reference")]),
    tests(of: "TrainingBenchmark", [argumentParser]),
    tests(of: "Charts"),
    tests(of: "SweepViews", ["Analysis", "ResultsStore", "Settings", "Sweeps"]),
    tests(of: "Reports", ["Analysis", "Charts", "ResultsStore", "Settings", "SweepViews", "Sweeps", "TrialFolders"]),
    tests(
        of: "TrialScheduling",
        [
            "Randomness", "ResultsStore", "Settings", "SweepPlanning", "Sweeps", "TemporaryFolders", "TrialFolders",
            logging,
        ]),
    tests(
        of: "SweepRuns",
        [
            "ResultsStore", "Settings", "SweepFiles", "SweepPlanning", "Sweeps", "TrialFolders", "TrialScheduling",
            logging,
        ]),
    // A store with a sweep, for the tests of what shows sweeps.
    .target(
        name: "SampleSweeps",
        dependencies: [
            "ResultsStore", "Settings", "SweepRuns", "SweepViews", "Sweeps", "TrialFolders", "TrialPrograms",
        ],
        path: "Tests/SampleSweeps", swiftSettings: checks),
    tests(
        of: "TextReports",
        [
            "Analysis", "ResultsStore", "SampleSweeps", "Settings", "SweepFiles", "SweepPlanning", "SweepRuns",
            "SweepViews", "Sweeps", "TrialFolders", "TrialPrograms", "TrialScheduling",
        ]),
    tests(
        of: "TrialPrograms",
        [
            "Networks", "Optimizers", "Settings", "SweepFiles", "SweepPlanning", "SweepRuns", "Sweeps", "Tensors",
            "TextReports", "Training", "Workloads",
        ], resources: [.copy("WandbFiles")]),
    .testTarget(
        name: "SweepCommandTests",
        dependencies: [
            "Analysis", "Expressions", "Reports", "ResultsStore", "SampleSweeps", "Settings", "SweepCommand",
            "SweepRuns",
            "SweepViews", "Sweeps", "TextReports", "TrialFolders", "TrialPrograms", "TrialScheduling",
            argumentParser,
        ], swiftSettings: checks),
    tests(of: "SweepTracking"),
    // A program for a trial, which a test runs.
    .executableTarget(
        name: "TrackedProgram", dependencies: ["SweepTracking"], path: "Tests/TrackedProgram", swiftSettings: checks),
    // What runs the built program.
    .testTarget(
        name: "ProgramTests",
        dependencies: [
            "Randomness", "Settings", "SweepCommand", "TrackedProgram", subprocess,
            .product(name: "GRDB", package: "GRDB.swift"),
        ], swiftSettings: checks),
]

let package = Package(
    name: "sweep",
    products: [
        .executable(name: "sweep", targets: ["SweepCommand"]),
        .library(
            name: "SweepTraining",
            targets: ["Datasets", "Networks", "Optimizers", "Randomness", "Settings", "Tensors", "Training"]),
        .library(name: "SweepTracking", targets: ["SweepTracking"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: foundations + trainingSide + programSide + sweepSide + joints + benchmarks + testTargets
)
