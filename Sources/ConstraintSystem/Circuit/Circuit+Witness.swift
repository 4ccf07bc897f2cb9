import FiniteFields

extension Circuit {
    /// Returns the values of all wires for these inputs, the public outputs included.
    ///
    /// Linear in the number of wires and of terms in the witness program. Does not check constraints:
    /// inputs that break one are found by `satisfaction(of:)`.
    ///
    /// - Parameters:
    ///   - publicInputs: one value for each public input.
    ///   - privateInputs: one value for each wire of `privateInputs`, in order.
    /// - Throws: `WitnessError` for wrong numbers of inputs, or a value outside the bits that a gadget has
    ///   for it.
    public func witness(
        publicInputs: [F], privateInputs: [F] = []
    ) throws(WitnessError) -> Witness<F> {
        guard publicInputs.count == system.publicInputCount else {
            let code = WitnessError.Code.publicInputCount(
                expected: system.publicInputCount, given: publicInputs.count)
            throw WitnessError(code: code, region: "", wire: "")
        }
        guard privateInputs.count == self.privateInputs.count else {
            let code = WitnessError.Code.privateInputCount(
                expected: self.privateInputs.count, given: privateInputs.count)
            throw WitnessError(code: code, region: "", wire: "")
        }
        var witness = Witness<F>(wireCount: program.wireCount)
        setInputs(publicInputs, privateInputs, of: &witness)
        try run(on: &witness)
        return program.eliminated.isEmpty ? witness : witness.removing(program.eliminated)
    }

    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    private func setInputs(_ publicInputs: [F], _ privateInputs: [F], of witness: inout Witness<F>) {
        for (index, value) in publicInputs.enumerated() {
            witness.set(1 + system.publicOutputCount + index, to: value)
        }
        for (wire, value) in zip(program.inputs, privateInputs) {
            witness.set(Int(wire.index), to: value)
        }
    }

    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    private func run(on witness: inout Witness<F>) throws(WitnessError) {
        let view = witness.view
        var row = 0
        for step in program.steps {
            let first = Int(step.firstWire.index)
            switch step.rule {
            case .value:
                set(first, to: row, of: view, in: &witness)
                row += 1
            case .product:
                setProduct(first, to: row, of: view, in: &witness)
                row += 3
            case .digit(_, _, _, let bits, let total, let summand):
                let product = operands.value(row, view) * operands.value(row + 1, view)
                let words = (product + operands.value(row + 2, view)).canonicalWords
                guard let digit = words.integer(ofBits: bits, total: total) else {
                    throw failure(step, total)
                }
                witness.set(first, to: digit + summand)
                row += 3
            case .bits(_, let width, let dropping):
                guard let value = unsignedInteger(row, view), value >> Int128(width) == 0 else {
                    throw failure(step, width)
                }
                witness.setBits(of: value >> Int128(dropping), first..<first + width - dropping)
                row += 1
            case .roundedMagnitude(_, let shift, let width):
                guard let value = operands.signedInteger(row, view) else { throw failure(step, width) }
                let magnitude = (value >> Int128(shift)).magnitude
                guard magnitude >> UInt128(width) == 0 else { throw failure(step, width) }
                witness.setBits(of: value, first..<first + shift)
                witness.setBits(of: Int128(magnitude), first + shift..<first + shift + width)
                row += 1
            case .digits(_, let widths, let dropping):
                guard witness.setDigits(of: operands.value(row, view), first, widths, dropping) else {
                    throw failure(step, widths.reduce(0, +))
                }
                row += 1
            }
        }
    }

    /// Gives a wire the value of an operand.
    @inline(__always)
    private func set(_ wire: Int, to row: Int, of view: WitnessView<F>, in witness: inout Witness<F>) {
        if let integer = integer(row, view) {
            witness.set(wire, to: integer)
        } else {
            witness.set(wire, to: operands.value(row, view))
        }
    }

    /// Gives a wire the product of an operand and the next, plus the one after.
    @inline(__always)
    private func setProduct(
        _ wire: Int, to row: Int, of view: WitnessView<F>, in witness: inout Witness<F>
    ) {
        if let left = integer(row, view), let right = integer(row + 1, view),
            let summand = integer(row + 2, view), max(left.magnitude, right.magnitude) < 1 << 62
        {
            // An operand is below 2^126, so the sum is below 2^127.
            witness.set(wire, to: left * right + summand)
        } else {
            let product = operands.value(row, view) * operands.value(row + 1, view)
            witness.set(wire, to: product + operands.value(row + 2, view))
        }
    }

    /// An operand with integer coefficients, over the integers.
    @inline(__always)
    private func integer(_ row: Int, _ view: WitnessView<F>) -> Int128? {
        operands.shifts[row] == 0 ? operands.numerator(row, view) : nil
    }

    /// The canonical representative of an operand, or nil where it needs more than 126 bits.
    @inline(__always)
    private func unsignedInteger(_ row: Int, _ view: WitnessView<F>) -> Int128? {
        guard let value = operands.signedInteger(row, view) else { return nil }
        if value >= 0 { return value }
        // In a large field the representative of a small negative integer is large.
        return F.modulusBitCount <= 126 ? value + F.modulusInteger : nil
    }

    private func failure(_ step: WitnessStep<F>, _ width: Int) -> WitnessError {
        WitnessError(
            code: .outsideBits(width), region: region(of: step.firstWire, in: program.groups),
            wire: name(of: step.firstWire, in: program.groups))
    }
}

extension [UInt64] {
    /// Returns some bits of the integer of these words, least significant first; nil if it has more than `total`.
    ///
    /// - Precondition: at most 126 bits are wanted.
    fileprivate func integer(ofBits bits: Range<Int>, total: Int) -> Int128? {
        precondition(bits.count <= 126, "a digit is an integer of 126 bits at most")
        func bit(_ index: Int) -> UInt64 {
            index / 64 < count ? self[index / 64] >> UInt64(index % 64) & 1 : 0
        }
        guard (total..<Swift.max(total, 64 * count)).allSatisfy({ bit($0) == 0 }) else { return nil }
        return bits.reversed().reduce(0) { $0 << 1 | Int128(bit($1)) }
    }
}

extension Witness {
    @inline(__always)
    fileprivate mutating func setBits(of value: Int128, _ wires: Range<Int>) {
        var rest = value
        for wire in wires {
            set(wire, toBit: rest & 1 == 1)
            rest >>= 1
        }
    }

    /// Returns false if the canonical representative has more bits than all digits together.
    fileprivate mutating func setDigits(of value: F, _ first: Int, _ widths: [Int], _ dropping: Int) -> Bool {
        var rest = value.canonicalWords
        for (index, width) in widths.enumerated() {
            if index >= dropping {
                let low = UInt128(rest[0]) | (rest.count > 1 ? UInt128(rest[1]) << 64 : 0)
                set(first + index - dropping, to: Int128(low & (1 << UInt128(width) - 1)))
            }
            rest = rest.shiftedRight(by: width)
        }
        return rest.allSatisfy { $0 == 0 }
    }
}
