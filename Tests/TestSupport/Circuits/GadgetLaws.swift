public import ConstraintSystem
public import FiniteFields
public import Testing

/// Expects that a circuit is its specification, and that nothing in it is idle: `expectUniqueAnswers` and
/// `expectNoIdleParts`.
///
/// - Parameters:
///   - inputs: the inputs to try, in and outside of the domain.
///   - specification: the outputs, or nil outside of the domain.
public func expectGadgetLaws<F: PrimeField>(
    _ circuit: Circuit<F>, inputs: [[Int]], specification: ([Int]) -> [Int]?,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    expectUniqueAnswers(
        circuit, inputs: inputs, specification: specification, sourceLocation: sourceLocation)
    expectNoIdleParts(
        circuit, domain: inputs.filter { specification($0) != nil }, sourceLocation: sourceLocation)
}

/// Expects that a circuit is its specification, over a field in which everything can be tried.
///
/// - For each input in the domain: exactly one satisfying assignment exists, it gives the specified
///   outputs, and it is the one that the circuit's own program computes.
/// - For every other input: no satisfying assignment exists, and the program makes none.
///
/// - Parameter isAccepted: what a verifier checks beside the constraints; assignments that she refuses do not count.
public func expectUniqueAnswers<F: PrimeField>(
    _ circuit: Circuit<F>, inputs: [[Int]], isAccepted: (([UInt64]) -> Bool)? = nil,
    specification: ([Int]) -> [Int]?,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let search = AssignmentSearch(circuit.system)
    for input in inputs {
        let found = search.assignments(publicInputs: input, limit: isAccepted == nil ? 2 : .max)
            .filter { isAccepted?($0) ?? true }
        let honest = honestAssignment(circuit, input)
        guard let outputs = specification(input) else {
            #expect(found.isEmpty, "\(input) is accepted", sourceLocation: sourceLocation)
            #expect(honest == nil, "\(input) is solved", sourceLocation: sourceLocation)
            continue
        }
        #expect(found.count == 1, "\(input)", sourceLocation: sourceLocation)
        #expect(found.first == honest, "\(input)", sourceLocation: sourceLocation)
        #expect(
            found.first?[1..<1 + outputs.count] == ArraySlice(outputs.map { F($0).canonicalWords[0] }),
            "\(input)", sourceLocation: sourceLocation)
    }
}

/// Expects that a small circuit does something else, for some input of its domain, as soon as one part
/// of it is changed.
///
/// - Without any one of its constraints, a wrong answer is possible.
/// - With any one coefficient changed, an honest witness fails or a wrong answer is possible.
public func expectNoIdleParts<F: PrimeField>(
    _ circuit: Circuit<F>, domain: [[Int]], sourceLocation: SourceLocation = #_sourceLocation
) {
    let honest = domain.map { (input: $0, assignment: honestAssignment(circuit, $0)!) }
    func hasWrongAnswer(_ mutant: RankOneConstraintSystem<F>) -> Bool {
        let search = AssignmentSearch(mutant)
        let outputs = 1..<1 + mutant.publicOutputCount
        return honest.contains { input, assignment in
            search.assignments(publicInputs: input, limit: 200)
                .contains { $0[outputs] != assignment[outputs] }
        }
    }
    for constraint in circuit.system.constraints.indices {
        #expect(
            hasWrongAnswer(circuit.system.removing(constraint)), "constraint \(constraint) is not needed",
            sourceLocation: sourceLocation)
    }
    for (place, mutant) in circuit.system.perturbations {
        let refusesHonest = honest.contains {
            !mutant.isSatisfied(by: Witness($0.assignment.map { F(Int($0)) }))
        }
        #expect(
            refusesHonest || hasWrongAnswer(mutant), "\(place) does not matter",
            sourceLocation: sourceLocation)
    }
}

/// The witness that the circuit's program makes, unless it makes none or one that does not satisfy.
private func honestAssignment<F: PrimeField>(_ circuit: Circuit<F>, _ input: [Int]) -> [UInt64]? {
    guard let witness = try? circuit.witness(publicInputs: input.map { F($0) }),
        circuit.satisfaction(of: witness).isSatisfied, circuit.system.isSatisfied(by: witness)
    else { return nil }
    return witness.withUnsafeBufferPointer { $0.map { $0.canonicalWords[0] } }
}
