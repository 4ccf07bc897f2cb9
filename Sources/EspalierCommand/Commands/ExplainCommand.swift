import ArgumentParser
import Espalier

/// `espalier explain`: from an equation to a proof, with everything in between.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show how an equation becomes gates, constraints, polynomials and a proof.",
        discussion: """
            Takes a polynomial equation in any number of variables: integers and decimals, names, + - * ^ \
            and parentheses, the sides joined by ==. Prints the gates, the wires and matrices A, B and C of \
            the constraint system, a witness, the polynomials of its quadratic arithmetic program, and the \
            division that every Groth16 proof rests on, all in exact fractions.

            A solution in integers is looked for, or given by --set, and proved for real: the variables are \
            private and checked to be integers of --bits bits, sign included. Any other real solution is \
            shown without a proof.

            EXAMPLES
              espalier explain "x^4 + 2*x + 7 == 50"
              espalier explain "x^3 + x + 5 == 35" --exact
              espalier explain "x^2 + y^2 == 25" --set y=3
            """)

    @Argument(help: "The equation, in quotes.")
    var equation: String

    @Option(name: .customLong("set"), help: "A variable's value, NAME=NUMBER; may be given more than once.")
    var assignments: [String] = []

    @Flag(help: "Print the polynomials' coefficients as fractions.")
    var exact = false

    @Option(help: "Cut an irrational root to this many significant digits, 1 … 30.")
    var digits = 6

    @Option(help: "Bits of a variable in the proof, sign included, 2 … 64.")
    var bits = 16

    @Flag(inversion: .prefixedNo, help: "Make and verify a proof.")
    var proof = true

    @OptionGroup var curve: CurveOption

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard (1...30).contains(digits) else { throw ValidationError("--digits takes 1 … 30") }
        guard (2...64).contains(bits) else { throw ValidationError("--bits takes 2 … 64") }
    }

    func run() throws {
        var options = Explanation.Options()
        options.digits = digits
        options.bits = bits
        options.curve = curve.name
        options.isProved = proof
        do {
            options.assignments = try assignments.map { try VariableAssignment($0) }
            let explanation = try Explanation(of: equation, options, progress: speech.progress)
            try speech.report(explanation) { explanation.text(isExact: exact) }
        } catch let error as EquationError {
            if let diagram = error.diagram { Terminal.show(diagram) }
            throw error
        }
    }
}
