// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "espalier-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "espalier", path: ".."),
        // Without traits: no allocator of its own. Its counts of allocations are zero then.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "EspalierBenchmarks",
            dependencies: [
                .product(name: "FiniteFields", package: "espalier"),
                .product(name: "EllipticCurves", package: "espalier"),
                .product(name: "Polynomials", package: "espalier"),
                .product(name: "ConstraintSystem", package: "espalier"),
                .product(name: "Groth16", package: "espalier"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/EspalierBenchmarks",
            swiftSettings: [
                .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("ExistentialAny"),
            ],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    ],
    swiftLanguageModes: [.v6]
)
