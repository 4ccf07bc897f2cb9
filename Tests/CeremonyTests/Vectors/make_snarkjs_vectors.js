// Makes the vectors of this directory with snarkjs.
//
//     node make_snarkjs_vectors.js snarkjs.min.js DIRECTORY
//
// The bundle is build/snarkjs.min.js of github.com/iden3/snarkjs; DIRECTORY is this one, with the circuits.
// For both curves: a ceremony of 2^4 with two contributions and a beacon, prepared; the key of a circuit before
// any contribution, after one, and after two and a beacon.

const fs = require("fs");

const [bundle, directory] = process.argv.slice(2);
const snarkjs = new Function(fs.readFileSync(bundle, "utf8") + "; return snarkjs;")();
const beacon = "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

async function make(prefix, curveName) {
    const curve = await snarkjs.curves.getCurveFromName(curveName);
    const files = {};
    const memory = (name) => (files[name] ??= { type: "mem" });
    const { powersOfTau, zKey } = snarkjs;

    await powersOfTau.newAccumulator(curve, 4, memory("0.ptau"));
    await powersOfTau.contribute(memory("0.ptau"), memory("1.ptau"), "Ada", "some text");
    await powersOfTau.contribute(memory("1.ptau"), memory("2.ptau"), "", "more text");
    await powersOfTau.beacon(memory("2.ptau"), memory("3.ptau"), "Beacon", beacon, 10);
    await powersOfTau.preparePhase2(memory("3.ptau"), memory("prepared.ptau"));

    memory("r1cs").data = new Uint8Array(fs.readFileSync(`${directory}/${prefix}circuit.r1cs`));
    await zKey.newZKey(memory("r1cs"), memory("prepared.ptau"), memory("0.zkey"));
    await zKey.contribute(memory("0.zkey"), memory("1.zkey"), "Grace", "text");
    await zKey.contribute(memory("1.zkey"), memory("2.zkey"), "Alan", "text again");
    await zKey.beacon(memory("2.zkey"), memory("3.zkey"), "Beacon", beacon, 10);

    for (const name of ["2.ptau", "prepared.ptau", "0.zkey", "2.zkey", "3.zkey"]) {
        fs.writeFileSync(`${directory}/${prefix}${name}`, files[name].data);
    }
}

(async () => {
    await make("bn254_", "bn128");
    await make("bls12381_", "bls12381");
    process.exit(0);
})();
