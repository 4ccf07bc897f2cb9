/// An array of elements of a prime field.
@frozen
public struct FpVector<Parameters: PrimeFieldParameters>: FieldVector {
    public typealias Element = Fp<Parameters>
    @usableFromInline typealias Limbs = Parameters.Limbs
    @usableFromInline typealias Portable = PortableLanes<Limbs>
    @usableFromInline typealias Lanes = Limbs.Lanes

    @usableFromInline let words: UnsafeMutablePointer<UInt64>
    @usableFromInline let backend: FieldBackend

    @inlinable
    init(words: UnsafeMutablePointer<UInt64>, backend: FieldBackend) {
        self.words = words
        self.backend = backend
    }

    @inlinable
    public init(blocks: Int, backend: FieldBackend) {
        precondition(backend.isSupported, "this processor cannot run the \(backend.name) backend")
        let wordsPerBlock = backend == .vector ? Lanes.wordsPerBlock : Portable.wordsPerBlock
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: max(1, blocks) * wordsPerBlock * 8, alignment: 64)
        self.init(
            words: memory.bindMemory(to: UInt64.self, capacity: blocks * wordsPerBlock), backend: backend)
    }

    @inlinable
    public func deallocate() { UnsafeMutableRawPointer(words).deallocate() }

    @inlinable
    public func wipe(blocks: Int) {
        let wordsPerBlock = backend == .vector ? Lanes.wordsPerBlock : Portable.wordsPerBlock
        FiniteFields.wipe(
            UnsafeMutableRawBufferPointer(start: words, count: blocks * wordsPerBlock * 8))
    }

    @inlinable @inline(__always)
    public func advanced(byBlocks blocks: Int) -> Self {
        let wordsPerBlock = backend == .vector ? Lanes.wordsPerBlock : Portable.wordsPerBlock
        return Self(words: words + blocks * wordsPerBlock, backend: backend)
    }

    @inlinable
    public func load(from elements: UnsafeRawPointer, stride: Int, blocks: Int) {
        switch backend {
        case .portable: Portable.load(words, from: elements, stride: stride, blocks: blocks)
        case .vector: Lanes.load(words, from: elements, stride: stride, blocks: blocks)
        }
    }

    @inlinable
    public func store(to elements: UnsafeMutableRawPointer, stride: Int, blocks: Int) {
        switch backend {
        case .portable: Portable.store(words, to: elements, stride: stride, blocks: blocks)
        case .vector: Lanes.store(words, to: elements, stride: stride, blocks: blocks)
        }
    }

    @inlinable
    public func gather(
        from elements: UnsafeRawPointer, stride: Int, at indices: UnsafePointer<UInt32>, blocks: Int
    ) {
        switch backend {
        case .portable:
            Portable.gather(words, from: elements, stride: stride, at: indices, blocks: blocks)
        case .vector:
            Lanes.gather(words, from: elements, stride: stride, at: indices, blocks: blocks)
        }
    }

    @inlinable
    public func gatherSigned(
        from elements: UnsafeRawPointer, stride: Int, at indices: UnsafePointer<UInt32>, blocks: Int
    ) {
        let p = Parameters.modulus
        switch backend {
        case .portable:
            Portable.gatherSigned(
                words, from: elements, stride: stride, at: indices, blocks: blocks, modulus: p)
        case .vector:
            Lanes.gatherSigned(
                words, from: elements, stride: stride, at: indices, blocks: blocks, modulus: p)
        }
    }

    @inlinable
    public func scatter(
        to elements: UnsafeMutableRawPointer, stride: Int, at indices: UnsafePointer<UInt32>, blocks: Int
    ) {
        switch backend {
        case .portable:
            Portable.scatter(words, to: elements, stride: stride, at: indices, blocks: blocks)
        case .vector:
            Lanes.scatter(words, to: elements, stride: stride, at: indices, blocks: blocks)
        }
    }

    @inlinable
    public func setSum(_ a: Self, _ b: Self, blocks: Int) {
        let p = Parameters.modulus
        switch backend {
        case .portable: Portable.add(words, a.words, b.words, blocks: blocks, modulus: p)
        case .vector: Lanes.add(words, a.words, b.words, blocks: blocks, modulus: p)
        }
    }

    @inlinable
    public func setDifference(_ a: Self, _ b: Self, blocks: Int) {
        let p = Parameters.modulus
        switch backend {
        case .portable: Portable.subtract(words, a.words, b.words, blocks: blocks, modulus: p)
        case .vector: Lanes.subtract(words, a.words, b.words, blocks: blocks, modulus: p)
        }
    }

    @inlinable
    public func setNegative(_ a: Self, blocks: Int) {
        let p = Parameters.modulus
        switch backend {
        case .portable: Portable.negate(words, a.words, blocks: blocks, modulus: p)
        case .vector: Lanes.negate(words, a.words, blocks: blocks, modulus: p)
        }
    }

    @inlinable
    public func setProduct(_ a: Self, _ b: Self, blocks: Int) {
        let (p, inverse) = (Parameters.modulus, Parameters.inverse)
        switch backend {
        case .portable:
            Portable.multiply(words, a.words, b.words, blocks: blocks, modulus: p, inverse: inverse)
        case .vector:
            Lanes.multiply(words, a.words, b.words, blocks: blocks, modulus: p, inverse: inverse)
        }
    }

    @inlinable
    public func setProduct(ofDifference a: Self, _ b: Self, _ c: Self, blocks: Int) {
        let (p, inverse) = (Parameters.modulus, Parameters.inverse)
        switch backend {
        case .portable:
            Portable.multiplyDifference(
                words, a.words, b.words, c.words, blocks: blocks, modulus: p, inverse: inverse)
        case .vector:
            Lanes.multiplyDifference(
                words, a.words, b.words, c.words, blocks: blocks, modulus: p, inverse: inverse)
        }
    }

    @inlinable @inline(__always)
    public func setSquare(_ a: Self, blocks: Int) { setProduct(a, a, blocks: blocks) }

    @inlinable
    public func setMultiple(_ a: Self, by b: Fp<Parameters>, blocks: Int) {
        let (p, inverse) = (Parameters.modulus, Parameters.inverse)
        switch backend {
        case .portable:
            Portable.scale(words, a.words, by: b.montgomery, blocks: blocks, modulus: p, inverse: inverse)
        case .vector:
            Lanes.scale(words, a.words, by: b.montgomery, blocks: blocks, modulus: p, inverse: inverse)
        }
    }
}

// MARK: - Quadratic extension

extension FpVector {
    /// Sets r0 + r1 u to (a0 + a1 u)(b0 + b1 u) with u² = −1; only for p below 2^(64 limbs − 2).
    @inlinable
    static func setQuadraticProduct(
        _ r0: Self, _ r1: Self, _ a0: Self, _ a1: Self, _ b0: Self, _ b1: Self, blocks: Int
    ) {
        let (p, inverse) = (Parameters.modulus, Parameters.inverse)
        switch r0.backend {
        case .portable:
            Portable.multiplyQuadratic(
                r0.words, r1.words, a0.words, a1.words, b0.words, b1.words, blocks: blocks, modulus: p,
                inverse: inverse)
        case .vector:
            Lanes.multiplyQuadratic(
                r0.words, r1.words, a0.words, a1.words, b0.words, b1.words, blocks: blocks, modulus: p,
                inverse: inverse)
        }
    }

    /// Sets r0 + r1 u to (a0 − b0 + (a1 − b1) u)(c0 + c1 u) with u² = −1; only for p below 2^(64 limbs − 2).
    @inlinable
    static func setQuadraticProduct(
        _ r0: Self, _ r1: Self, ofDifference a0: Self, _ a1: Self, _ b0: Self, _ b1: Self, _ c0: Self,
        _ c1: Self, blocks: Int
    ) {
        let (p, inverse) = (Parameters.modulus, Parameters.inverse)
        switch r0.backend {
        case .portable:
            Portable.multiplyDifferenceQuadratic(
                r0.words, r1.words, a0.words, a1.words, b0.words, b1.words, c0.words, c1.words,
                blocks: blocks, modulus: p, inverse: inverse)
        case .vector:
            Lanes.multiplyDifferenceQuadratic(
                r0.words, r1.words, a0.words, a1.words, b0.words, b1.words, c0.words, c1.words,
                blocks: blocks, modulus: p, inverse: inverse)
        }
    }

    /// Sets r0 + r1 u to (a0 + a1 u)² with u² = −1; only for p below 2^(64 limbs − 2).
    @inlinable
    static func setQuadraticSquare(_ r0: Self, _ r1: Self, _ a0: Self, _ a1: Self, blocks: Int) {
        let (p, inverse) = (Parameters.modulus, Parameters.inverse)
        switch r0.backend {
        case .portable:
            Portable.squareQuadratic(
                r0.words, r1.words, a0.words, a1.words, blocks: blocks, modulus: p, inverse: inverse)
        case .vector:
            Lanes.squareQuadratic(
                r0.words, r1.words, a0.words, a1.words, blocks: blocks, modulus: p, inverse: inverse)
        }
    }
}
