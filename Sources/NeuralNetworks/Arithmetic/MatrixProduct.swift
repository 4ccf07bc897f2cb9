/// Products of dense matrices, tiled for the registers of a machine with sixteen vectors of four floats.
///
/// Both forms add to C and read their operands where they lie, without packing. The order of the additions
/// depends on the shapes only.
enum MatrixProduct {
    typealias Vector = SIMD4<Float>

    /// Adds `A · B` to C: A is m×k with any strides, B is k×n and C is m×n with contiguous rows.
    ///
    /// Six rows by eight columns of C stay in registers. Rows past the end repeat the last one and are not
    /// stored.
    static func addProduct(
        rows m: Int, columns n: Int, depth k: Int,
        _ a: UnsafePointer<Float>, rowStride: Int, columnStride: Int,
        _ b: UnsafePointer<Float>, stride bStride: Int,
        into c: UnsafeMutablePointer<Float>, stride cStride: Int
    ) {
        let tiledColumns = n & ~7
        var column = 0
        while column < tiledColumns {
            var row = 0
            while row < m {
                addTile(
                    rows: min(6, m - row), depth: k, a + row * rowStride, rowStride, columnStride,
                    b + column, bStride, c + row * cStride + column, cStride)
                row += 6
            }
            column += 8
        }
        for row in 0..<m {
            for column in tiledColumns..<n {
                var sum: Float = 0
                for step in 0..<k {
                    sum += a[row * rowStride + step * columnStride] * b[step * bStride + column]
                }
                c[row * cStride + column] += sum
            }
        }
    }

    /// Adds `A · Bᵀ` to C: A is m×k, B is n×k and C is m×n, all with contiguous rows.
    ///
    /// Each of two by six dot products keeps four partial sums, one per lane: with a row's vector each, one
    /// of B and one product, all sixteen registers are in use.
    static func addProductWithTranspose(
        rows m: Int, columns n: Int, depth k: Int,
        _ a: UnsafePointer<Float>, stride aStride: Int,
        _ b: UnsafePointer<Float>, stride bStride: Int,
        into c: UnsafeMutablePointer<Float>, stride cStride: Int
    ) {
        var column = 0
        while column < n {
            var row = 0
            while row < m {
                addDotTile(
                    rows: min(2, m - row), columns: min(6, n - column), depth: k,
                    a + row * aStride, aStride, b + column * bStride, bStride,
                    c + row * cStride + column, cStride)
                row += 2
            }
            column += 6
        }
    }

    @inline(__always)
    private static func load(_ pointer: UnsafePointer<Float>) -> Vector {
        UnsafeRawPointer(pointer).loadUnaligned(as: Vector.self)
    }

    @inline(__always)
    private static func addProduct(_ sum: inout Vector, _ x: Vector, _ y: Vector) {
        #if arch(arm64)
        sum.addProduct(x, y)
        #else
        // Without a fused instruction in the baseline, `addProduct` would call a function per lane.
        sum += x * y
        #endif
    }

    private static func addTile(
        rows: Int, depth: Int,
        _ a: UnsafePointer<Float>, _ rowStride: Int, _ columnStride: Int,
        _ b: UnsafePointer<Float>, _ bStride: Int,
        _ c: UnsafeMutablePointer<Float>, _ cStride: Int
    ) {
        let last = rows - 1
        var (a0, a1, a2) = (a, a + min(1, last) * rowStride, a + min(2, last) * rowStride)
        var (a3, a4, a5) = (
            a + min(3, last) * rowStride, a + min(4, last) * rowStride, a + min(5, last) * rowStride
        )
        var b = b
        var (c00, c01, c10, c11) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
        var (c20, c21, c30, c31) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
        var (c40, c41, c50, c51) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
        var remaining = depth
        while remaining > 0 {
            let b0 = load(b)
            let b1 = load(b + 4)
            let x0 = Vector(repeating: a0.pointee)
            addProduct(&c00, x0, b0)
            addProduct(&c01, x0, b1)
            let x1 = Vector(repeating: a1.pointee)
            addProduct(&c10, x1, b0)
            addProduct(&c11, x1, b1)
            let x2 = Vector(repeating: a2.pointee)
            addProduct(&c20, x2, b0)
            addProduct(&c21, x2, b1)
            let x3 = Vector(repeating: a3.pointee)
            addProduct(&c30, x3, b0)
            addProduct(&c31, x3, b1)
            let x4 = Vector(repeating: a4.pointee)
            addProduct(&c40, x4, b0)
            addProduct(&c41, x4, b1)
            let x5 = Vector(repeating: a5.pointee)
            addProduct(&c50, x5, b0)
            addProduct(&c51, x5, b1)
            a0 += columnStride
            a1 += columnStride
            a2 += columnStride
            a3 += columnStride
            a4 += columnStride
            a5 += columnStride
            b += bStride
            remaining -= 1
        }
        store(c00, c01, row: 0, of: rows, c, cStride)
        store(c10, c11, row: 1, of: rows, c, cStride)
        store(c20, c21, row: 2, of: rows, c, cStride)
        store(c30, c31, row: 3, of: rows, c, cStride)
        store(c40, c41, row: 4, of: rows, c, cStride)
        store(c50, c51, row: 5, of: rows, c, cStride)
    }

    @inline(__always)
    private static func store(
        _ left: Vector, _ right: Vector, row: Int, of rows: Int,
        _ c: UnsafeMutablePointer<Float>, _ cStride: Int
    ) {
        guard row < rows else { return }
        let target = c + row * cStride
        UnsafeMutableRawPointer(target).storeBytes(of: load(target) + left, as: Vector.self)
        UnsafeMutableRawPointer(target + 4).storeBytes(of: load(target + 4) + right, as: Vector.self)
    }

    private static func addDotTile(
        rows: Int, columns: Int, depth: Int,
        _ a: UnsafePointer<Float>, _ aStride: Int,
        _ b: UnsafePointer<Float>, _ bStride: Int,
        _ c: UnsafeMutablePointer<Float>, _ cStride: Int
    ) {
        let last = columns - 1
        let (a0, a1) = (a, a + (rows - 1) * aStride)
        let (b0, b1, b2) = (b, b + min(1, last) * bStride, b + min(2, last) * bStride)
        let (b3, b4, b5) = (b + min(3, last) * bStride, b + min(4, last) * bStride, b + last * bStride)
        var (c00, c01, c02) = (Vector.zero, Vector.zero, Vector.zero)
        var (c03, c04, c05) = (Vector.zero, Vector.zero, Vector.zero)
        var (c10, c11, c12) = (Vector.zero, Vector.zero, Vector.zero)
        var (c13, c14, c15) = (Vector.zero, Vector.zero, Vector.zero)
        let vectorDepth = depth & ~3
        var step = 0
        while step < vectorDepth {
            let (x0, x1) = (load(a0 + step), load(a1 + step))
            let y0 = load(b0 + step)
            addProduct(&c00, x0, y0)
            addProduct(&c10, x1, y0)
            let y1 = load(b1 + step)
            addProduct(&c01, x0, y1)
            addProduct(&c11, x1, y1)
            let y2 = load(b2 + step)
            addProduct(&c02, x0, y2)
            addProduct(&c12, x1, y2)
            let y3 = load(b3 + step)
            addProduct(&c03, x0, y3)
            addProduct(&c13, x1, y3)
            let y4 = load(b4 + step)
            addProduct(&c04, x0, y4)
            addProduct(&c14, x1, y4)
            let y5 = load(b5 + step)
            addProduct(&c05, x0, y5)
            addProduct(&c15, x1, y5)
            step &+= 4
        }
        var row0 = SIMD8(c00.sum(), c01.sum(), c02.sum(), c03.sum(), c04.sum(), c05.sum(), 0, 0)
        var row1 = SIMD8(c10.sum(), c11.sum(), c12.sum(), c13.sum(), c14.sum(), c15.sum(), 0, 0)
        while step < depth {
            let y = SIMD8(b0[step], b1[step], b2[step], b3[step], b4[step], b5[step], 0, 0)
            row0 += a0[step] * y
            row1 += a1[step] * y
            step &+= 1
        }
        for column in 0..<columns {
            c[column] += row0[column]
            if rows == 2 { c[cStride + column] += row1[column] }
        }
    }
}
