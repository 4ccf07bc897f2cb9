// swift-tools-version: 6.2
import PackageDescription

/// Settings shared by every target of the package.
///
/// Warnings are errors where the project is checked, never where somebody builds it as a dependency.
let house: [SwiftSetting] =
    [
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("ExistentialAny"),
    ] + (Context.environment["CI"] == "true" ? [.treatAllWarnings(as: .error)] : [])

// A target names every module that it imports, also those that another one brings: an incremental release
// build goes by this list when it decides what a changed layout concerns.

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
        resources: resources, swiftSettings: house)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let collections = Target.Dependency.product(name: "OrderedCollections", package: "swift-collections")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let protobuf = Target.Dependency.product(name: "SwiftProtobuf", package: "swift-protobuf")

/// The modules that `import Espalier` brings.
let exported: [Target.Dependency] = [
    "FiniteFields", "EllipticCurves", "ConstraintSystem", "Groth16", "CircuitFormats", "EspalierVerifier",
    "Ceremony", "VerifierContracts", "NeuralNetworks", "ModelCompression", "ModelFormats", "Datasets",
    "NetworkCompiler",
]

let package = Package(
    name: "espalier",
    platforms: [.macOS(.v15), .iOS(.v18)],
    products: [
        .library(name: "Espalier", targets: ["Espalier"]),
        .library(name: "EspalierVerifier", targets: ["EspalierVerifier"]),
        .library(name: "Groth16", targets: ["Groth16", "CircuitFormats"]),
        .library(name: "ConstraintSystem", targets: ["ConstraintSystem"]),
        .library(name: "EllipticCurves", targets: ["EllipticCurves"]),
        .library(name: "FiniteFields", targets: ["FiniteFields"]),
        .library(name: "Polynomials", targets: ["Polynomials"]),
        .executable(name: "espalier", targets: ["EspalierCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    ],
    targets: [
        // Mathematics
        .target(name: "CVectorKernels"),
        module("FiniteFields", ["CVectorKernels"]),
        module("EllipticCurves", ["FiniteFields"]),
        module("Polynomials", ["FiniteFields"]),

        // Proofs
        module("ConstraintSystem", ["FiniteFields"]),
        module("Gadgets", ["FiniteFields", "ConstraintSystem"]),
        module("Groth16", ["FiniteFields", "EllipticCurves", "Polynomials", "ConstraintSystem", crypto]),
        module("CircuitFormats", ["FiniteFields", "EllipticCurves", "ConstraintSystem", "Groth16"]),
        module(
            "Ceremony",
            [
                "FiniteFields", "EllipticCurves", "Polynomials", "ConstraintSystem", "Groth16", "CircuitFormats",
                crypto,
            ]),
        module("VerifierContracts", ["FiniteFields", "EllipticCurves", "Groth16", "CircuitFormats"]),
        module("EspalierVerifier", ["FiniteFields", "EllipticCurves", "Groth16", "CircuitFormats"]),

        // Networks
        module("NeuralNetworks", [collections]),
        module("ModelCompression", ["NeuralNetworks"]),
        module("ModelFormats", ["NeuralNetworks", collections, protobuf]),
        module("Datasets", ["NeuralNetworks", crypto]),

        // Networks to proofs
        module("NetworkCompiler", ["FiniteFields", "ConstraintSystem", "Gadgets", "NeuralNetworks"]),
        module("Espalier", exported + ["Gadgets", "Polynomials", bigInt, crypto]),
        .executableTarget(
            name: "EspalierCommand", dependencies: exported + ["Espalier", argumentParser],
            swiftSettings: house),

        // Tests
        .target(
            name: "TestSupport", dependencies: ["FiniteFields", "ConstraintSystem", bigInt],
            path: "Tests/TestSupport", swiftSettings: house),
        tests("FiniteFields", ["TestSupport", bigInt]),
        tests("EllipticCurves", ["FiniteFields", "TestSupport"], resources: [.copy("Vectors")]),
        tests("Polynomials", ["FiniteFields", "TestSupport"]),
        tests("ConstraintSystem", ["FiniteFields", "TestSupport"]),
        tests("Gadgets", ["FiniteFields", "ConstraintSystem", "TestSupport"]),
        tests("Groth16", ["FiniteFields", "EllipticCurves", "ConstraintSystem", "TestSupport"]),
        tests(
            "CircuitFormats",
            ["FiniteFields", "EllipticCurves", "ConstraintSystem", "Groth16", "TestSupport"],
            resources: [.copy("Vectors")]),
        tests(
            "Ceremony",
            [
                "FiniteFields", "EllipticCurves", "ConstraintSystem", "Groth16", "CircuitFormats",
                "TestSupport",
            ],
            resources: [.copy("Vectors")]),
        tests("VerifierContracts", ["FiniteFields", "EllipticCurves", "Groth16", "CircuitFormats"]),
        tests(
            "EspalierVerifier",
            [
                "FiniteFields", "EllipticCurves", "ConstraintSystem", "Groth16", "CircuitFormats",
                "TestSupport",
            ]),
        tests("NeuralNetworks"),
        tests("ModelCompression", ["NeuralNetworks"]),
        tests("ModelFormats", ["NeuralNetworks", collections], resources: [.copy("Vectors")]),
        tests("Datasets", ["NeuralNetworks", crypto]),
        tests(
            "NetworkCompiler", ["FiniteFields", "ConstraintSystem", "NeuralNetworks", "TestSupport"],
            resources: [.copy("GoldenCounts.csv")]),
        tests("Espalier", exported),

        // Fuzzing
        .target(
            name: "FuzzedReaders", dependencies: exported + ["Espalier", "TestSupport"],
            path: "Tests/Fuzzing/Readers", swiftSettings: house),
        tests("FuzzedReaders", ["TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)

// libFuzzer is linked where the whole build is instrumented for it, which `.ci/fuzz` sees to.
if Context.environment["ESPALIER_FUZZING"] == "true" {
    package.targets += [
        .systemLibrary(name: "LibFuzzer", path: "Tests/Fuzzing/LibFuzzer"),
        .executableTarget(
            name: "ReaderFuzzer", dependencies: ["FuzzedReaders", "LibFuzzer", "TestSupport"],
            path: "Tests/Fuzzing/Driver", swiftSettings: house),
    ]
}
