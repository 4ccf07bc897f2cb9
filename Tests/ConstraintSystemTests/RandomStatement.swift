import ConstraintSystem
import FiniteFields
import TestSupport

/// A small random system of what circuits are made of, mostly with a fault: systems for which it is hard to
/// tell whether they have one witness.
struct RandomStatement<F: PrimeField> {
    typealias Sum = LinearCombination<F>

    private(set) var constraints: [Constraint<F>] = []
    private var wireCount = 2
    private let unknownLimit: Int
    private var generator: SeededGenerator

    /// One public input, and at most `unknowns` other wires, the first of which are `outputs`.
    static func system(seed: UInt64, unknowns: Int) -> RankOneConstraintSystem<F> {
        var statement = RandomStatement(seed: seed, unknowns: unknowns)
        return statement.make()
    }

    /// The same with one of the unknowns as a public output.
    static func systemWithOutput(seed: UInt64, unknowns: Int) -> RankOneConstraintSystem<F> {
        var system = system(seed: seed, unknowns: unknowns)
        func exchanged(_ sum: Sum) -> Sum {
            .sum(
                of: sum.terms.map { term in
                    let index = Int(term.wire.index)
                    return (term.coefficient, Sum(Wire(index == 1 ? 2 : index == 2 ? 1 : index)))
                })
        }
        system.constraints = system.constraints.map {
            Constraint(exchanged($0.a), exchanged($0.b), exchanged($0.c))
        }
        system.publicOutputCount = 1
        system.wireCount = max(3, system.wireCount)
        return system
    }

    /// The same with two outputs, random sums of wires, that took the places of two unknowns where there are any.
    ///
    /// Wires: outputs, the input, unknowns.
    static func systemWithEliminatedOutputs(seed: UInt64, unknowns: Int) -> RankOneConstraintSystem<F> {
        var statement = RandomStatement(seed: seed, unknowns: unknowns)
        let system = statement.make()
        // By old wire, what stands for it: outputs come first, so all others are two later.
        var values = (0..<system.wireCount).map { Sum(Wire($0 == 0 ? 0 : $0 + 2)) }
        let removed = Array(
            Array(2..<max(2, system.wireCount)).shuffled(using: &statement.generator).prefix(2))
        let kept = (2..<max(2, system.wireCount)).filter { !removed.contains($0) }
        for (position, wire) in kept.enumerated() { values[wire] = Sum(Wire(4 + position)) }
        var constraints: [Constraint<F>] = []
        // With outputs o = A w + r for the removed wires w: A is [a, b; c, d].
        let (a, d) = (statement.literal(), statement.literal())
        let isDense = removed.count == 2 && statement.chance(2)
        let (b, c) = isDense ? (statement.literal(), statement.literal()) : (.zero, .zero)
        let rests = (0..<2).map { _ in
            kept.reduce(Sum(Wire(3))) { sum, wire in
                statement.chance(2) ? sum + statement.literal() * values[wire] : sum
            }
        }
        let (first, second) = (Sum(Wire(1)) - rests[0], Sum(Wire(2)) - rests[1])
        if let inverse = (a * d - b * c).inverse(), !(a * d - b * c).isZero, removed.count == 2 {
            values[removed[0]] = (inverse * d) * first - (inverse * b) * second
            values[removed[1]] = (inverse * a) * second - (inverse * c) * first
        } else {
            // Nothing was solved for: two linear constraints.
            for (position, wire) in removed.enumerated() {
                values[wire] = Sum(Wire(4 + kept.count + position))
            }
            constraints = [
                Constraint(first, 1, values[removed.first ?? 1]), Constraint(second, 1, values[1]),
            ]
        }
        func substituted(_ sum: Sum) -> Sum {
            .sum(of: sum.terms.map { ($0.coefficient, values[Int($0.wire.index)]) })
        }
        constraints += system.constraints.map {
            Constraint(substituted($0.a), substituted($0.b), substituted($0.c))
        }
        let largest = constraints.flatMap { $0.a.terms + $0.b.terms + $0.c.terms }.map { Int($0.wire.index) }
            .max()
        return RankOneConstraintSystem(
            publicOutputCount: 2, publicInputCount: 1, wireCount: max(4, (largest ?? 0) + 1),
            constraints: constraints)
    }

    /// One public input, and the choice of the first largest of some sums of it.
    static func argmaxSystem(seed: UInt64) -> RankOneConstraintSystem<F> {
        var statement = RandomStatement(seed: seed, unknowns: 12)
        statement.appendArgmax()
        return statement.finished()
    }

    private init(seed: UInt64, unknowns: Int) {
        generator = SeededGenerator(seed: seed)
        unknownLimit = unknowns
    }

    private mutating func make() -> RankOneConstraintSystem<F> {
        var idle = 0
        while wireCount < 2 + unknownLimit, idle < 4 {
            let before = wireCount
            appendPart()
            idle = wireCount == before ? idle + 1 : 0
        }
        if chance(3) { constraints.append(Constraint(sum(), sum(), sum())) }
        return finished()
    }

    /// The system with up to two faults, its constraints in any order.
    private mutating func finished() -> RankOneConstraintSystem<F> {
        for _ in 0..<[0, 1, 1, 2].randomElement(using: &generator)! where !constraints.isEmpty { spoil() }
        constraints.shuffle(using: &generator)
        return RankOneConstraintSystem(
            publicOutputCount: 0, publicInputCount: 1, wireCount: wireCount, constraints: constraints)
    }

    // MARK: Choices

    private mutating func chance(_ n: Int) -> Bool { Int.random(in: 0..<n, using: &generator) == 0 }

    private mutating func literal() -> F {
        F([1, 1, 1, -1, -1, 2, -2, 3, 4, 5, -3, 8].randomElement(using: &generator)!)
    }

    /// One to three wires that exist, and sometimes a constant.
    private mutating func sum() -> Sum {
        var sum = chance(3) ? literal() * Sum(.one) : Sum()
        for _ in 0..<[1, 1, 1, 2, 3].randomElement(using: &generator)! {
            sum += literal() * Sum(Wire(Int.random(in: 1..<wireCount, using: &generator)))
        }
        return sum
    }

    private mutating func make(_ count: Int) -> [Sum]? {
        guard wireCount + count <= 2 + unknownLimit else { return nil }
        wireCount += count
        return (wireCount - count..<wireCount).map { Sum(Wire($0)) }
    }

    private mutating func demand(_ a: Sum, _ b: Sum, _ c: Sum) {
        constraints.append(chance(2) ? Constraint(a, b, c) : Constraint(b, a, c))
    }

    private mutating func demandBoolean(_ value: Sum) {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: demand(value, value, value)
        case 1:
            let factor = literal()
            demand(factor * value, value - 1, 0)
        default: demand(value, value - 1, 0)
        }
    }

    /// Demands that a value is a sum of bits, one of which may have no wire; returns the sum.
    private mutating func demandBits(_ value: Sum, count: Int) {
        let isShort = chance(2)
        guard let bits = make(isShort ? count - 1 : count) else { return }
        var rest = value
        for (index, bit) in bits.enumerated() {
            rest -= F(1 << (isShort ? index + 1 : index)) * bit
            demandBoolean(bit)
        }
        if isShort { demandBoolean(rest) } else { demand(rest, 1, 0) }
    }

    // MARK: Parts

    private mutating func appendPart() {
        let value = sum()
        switch Int.random(in: 0..<9, using: &generator) {
        case 0:
            let other = sum()
            if let wires = make(1) { demand(value, other, wires[0]) }
        case 1:
            if let wires = make(1) {
                let factor = literal()
                demand(factor * wires[0] + value, 1, 0)
            }
        case 2: demandBits(value, count: Int.random(in: 1...F.modulusBitCount, using: &generator))
        case 3, 4: appendRectifier(value)
        case 5: appendMaximum(value)
        case 6: appendOneHot(value)
        case 7: appendArgmax()
        default: appendTwoValues(value)
        }
    }

    private mutating func appendRectifier(_ value: Sum) {
        let shift = Int.random(in: 0...1, using: &generator)
        let width = Int.random(in: 1...max(1, F.modulusBitCount - 2), using: &generator)
        guard let bits = make(shift + width) else { return }
        for bit in bits { demandBoolean(bit) }
        var magnitude = Sum()
        for (index, bit) in bits[shift...].enumerated() { magnitude += F(1 << (index + shift)) * bit }
        let scaled = shift == 0 ? value : value - bits[0]
        demand(magnitude - scaled, magnitude + scaled, 0)
    }

    private mutating func appendMaximum(_ a: Sum) {
        let b = sum()
        guard let larger = make(1)?[0] else { return }
        demand(larger - a, larger - b, 0)
        demandBits(2 * larger - a - b, count: Int.random(in: 1...F.modulusBitCount - 1, using: &generator))
    }

    private mutating func appendOneHot(_ value: Sum) {
        guard let bits = make(Int.random(in: 2...3, using: &generator)) else { return }
        for bit in bits { demandBoolean(bit) }
        demand(bits.reduce(Sum(), +), 1, 1)
        var weighted = value
        for bit in bits { weighted -= literal() * bit }
        demand(weighted, 1, 0)
    }

    /// The first largest of two or three sums, chosen by booleans.
    private mutating func appendArgmax() {
        let values = (0..<Int.random(in: 2...3, using: &generator)).map { _ in sum() }
        guard let choices = make(values.count - 1) else { return }
        let first = choices.reduce(Sum(constant: .one), -)
        var bits = [first] + choices
        if values.count == 2 || chance(2), let explicit = make(1) {
            bits[0] = explicit[0]
            demand(first, 1, explicit[0])
        }
        for bit in bits { demandBoolean(bit) }
        var largest = values[0]
        for (bit, value) in zip(choices, values.dropFirst()) {
            guard let product = make(1)?[0] else { return }
            demand(bit, value - values[0], product)
            largest += product
        }
        let width = Int.random(in: 1...max(1, F.modulusBitCount - 2), using: &generator)
        for (index, value) in values.enumerated() {
            let later = bits[(index + 1)...].reduce(Sum(), +)
            // The first of equals wins: a later one has to be larger by one.
            demandBits(largest - value - (chance(6) ? Sum() : later), count: width)
        }
    }

    private mutating func appendTwoValues(_ value: Sum) {
        let (first, second) = (literal(), literal())
        demand(value - first * Sum(.one), value - second * Sum(.one), 0)
    }

    // MARK: Faults

    private mutating func spoil() {
        let index = Int.random(in: constraints.indices, using: &generator)
        if chance(2) {
            constraints.remove(at: index)
        } else {
            let side = [\Constraint<F>.a, \.b, \.c].randomElement(using: &generator)!
            let wire = Wire(Int.random(in: 0..<wireCount, using: &generator))
            constraints[index][keyPath: side] += literal() * Sum(wire)
        }
    }
}
