import Espalier
import Foundation

/// An explanation as a program reads it.
struct ExplanationJSON: Decodable {
    struct Gate: Decodable {
        let output: String
        let definition: String
    }

    struct Matrices: Decodable {
        let a: [[String]]
        let b: [[String]]
        let c: [[String]]
    }

    struct Solution: Decodable {
        let values: [String: String]
        let isExact: Bool
        let cutWitness: [String]?
        let witness: [String]
        let realRoots: [String]
    }

    struct Check: Decodable {
        let quotient: [String]
        let remainder: [String]
    }

    struct Paper: Decodable {
        struct Part: Decodable {
            struct Difference: Decodable {
                let place: String
                let printed: String?
                let correct: String
            }

            let name: String
            let count: Int
            let differences: [Difference]
        }

        let parts: [Part]
        let violatedRows: [String]
    }

    struct Proof: Decodable {
        struct Region: Decodable {
            let name: String
            let constraints: Int
        }

        struct Refusal: Decodable {
            let attack: String
            let reason: String
        }

        let statement: String
        let constraints: Int
        let regions: [Region]
        let publicValue: String
        let refusals: [Refusal]
    }

    struct FieldSolutions: Decodable {
        let count: Int
        let foreignCount: Int
        let example: String?
        let isAcceptedWithoutRangeChecks: Bool
        let refusal: String?
    }

    let gates: [Gate]
    let constraintsWithFreeAdditions: [String]
    let wires: [String]
    let matrices: Matrices
    let polynomials: Matrices
    let vanishing: [String]
    let solution: Solution?
    let noSolution: String?
    let check: Check?
    let paper: Paper?
    let proof: Proof?
    let noProof: String?
    let fieldSolutions: FieldSolutions?

    var lines: [String] { gates.map { "\($0.output) = \($0.definition)" } }

    /// Explains without a proof unless asked for one.
    init(
        _ equation: String, set: String..., isProved: Bool = false,
        options change: (inout Explanation.Options) -> Void = { _ in }
    ) throws {
        var options = Explanation.Options()
        options.assignments = try set.map { try VariableAssignment($0) }
        options.isProved = isProved
        change(&options)
        let explanation = try Explanation(of: equation, options)
        self = try JSONDecoder().decode(Self.self, from: JSONEncoder().encode(explanation))
    }
}
