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

func module(_ name: String, _ dependencies: Target.Dependency...) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func tests(_ name: String, _ dependencies: Target.Dependency..., resources: [Resource] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
        resources: resources, swiftSettings: house)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let collections = Target.Dependency.product(name: "OrderedCollections", package: "swift-collections")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let protobuf = Target.Dependency.product(name: "SwiftProtobuf", package: "swift-protobuf")

let package = Package(
    name: "espalier",
    platforms: [.macOS(.v15), .iOS(.v18)],
    products: [
        .library(name: "Espalier", targets: ["Espalier"]),
        .library(name: "Groth16", targets: ["Groth16", "CircuitFormats"]),
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
        module("FiniteFields"),
        module("EllipticCurves", "FiniteFields"),
        module("Polynomials", "FiniteFields"),

        // Proofs
        module("ConstraintSystem", "FiniteFields"),
        module("Gadgets", "ConstraintSystem"),
        module("Groth16", "EllipticCurves", "Polynomials", "ConstraintSystem"),
        module("CircuitFormats", "Groth16"),

        // Networks
        module("NeuralNetworks", collections),
        module("ModelCompression", "NeuralNetworks"),
        module("ModelFormats", "NeuralNetworks", protobuf),
        module("Datasets", "NeuralNetworks", crypto),

        // Networks to proofs
        module("NetworkCompiler", "Gadgets", "NeuralNetworks"),
        module(
            "Espalier", "CircuitFormats", "Datasets", "ModelCompression", "ModelFormats", "NetworkCompiler",
            crypto),
        .executableTarget(
            name: "EspalierCommand", dependencies: ["Espalier", argumentParser], swiftSettings: house),

        // Tests
        .target(
            name: "TestSupport", dependencies: ["FiniteFields", "ConstraintSystem", bigInt],
            path: "Tests/TestSupport", swiftSettings: house),
        tests("FiniteFields", "TestSupport", bigInt),
        tests("EllipticCurves", "TestSupport", resources: [.copy("Vectors")]),
        tests("Polynomials", "TestSupport"),
        tests("ConstraintSystem", "TestSupport"),
        tests("Gadgets", "TestSupport"),
        tests("Groth16", "TestSupport"),
        tests("CircuitFormats", "TestSupport", resources: [.copy("Vectors")]),
        tests("NeuralNetworks"),
        tests("ModelCompression"),
        tests("ModelFormats", resources: [.copy("Vectors")]),
        tests("Datasets"),
        tests("NetworkCompiler", "TestSupport", resources: [.copy("GoldenCounts.csv")]),
        tests("Espalier", "TestSupport"),
    ],
    swiftLanguageModes: [.v6]
)
