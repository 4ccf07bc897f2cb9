// Prove with snarkjs and keys of ours.
//
//     export ESPALIER_INTEROPERABILITY=$(mktemp -d)
//     swift test -c release --disable-testable-imports --filter InteroperabilityTests.writeFiles
//     node Tests/interop/check_snarkjs.js snarkjs.min.js "$ESPALIER_INTEROPERABILITY"
//
// The bundle is build/snarkjs.min.js of github.com/iden3/snarkjs. For both curves, and for keys with and
// without sections of padding, checks that
// 1. the verification key that snarkjs exports has our points;
// 2. its prover, with our witness, makes a proof that it accepts under that key, for our public values only;
// 3. it accepts our proof.

const fs = require("fs");

const [bundle, directory] = process.argv.slice(2);
const snarkjs = new Function(fs.readFileSync(bundle, "utf8") + "; return snarkjs;")();

function check(what, holds) {
    console.log((holds ? "ok    " : "FAIL  ") + what);
    if (!holds) process.exit(1);
}

async function checkKey(prefix, keyName) {
    const bytes = (name) => fs.readFileSync(`${directory}/${prefix}${name}`);
    const json = (name) => JSON.parse(bytes(name));
    const memory = (name) => ({ type: "mem", data: new Uint8Array(bytes(name)) });
    const { groth16, zKey } = snarkjs;

    const key = await zKey.exportVerificationKey(memory(keyName));
    const ours = json("verification_key.json");
    for (const entry of ["vk_alpha_1", "vk_beta_2", "vk_gamma_2", "vk_delta_2", "IC"]) {
        check(
            `${prefix}${keyName}: they export our ${entry}`,
            JSON.stringify(key[entry]) === JSON.stringify(ours[entry]));
    }
    const { proof, publicSignals } = await groth16.prove(memory(keyName), memory("witness.wtns"));
    check("they prove our public values", JSON.stringify(publicSignals) === JSON.stringify(json("public.json")));
    check("they accept their proof", await groth16.verify(key, publicSignals, proof));
    check("they accept our proof", await groth16.verify(key, publicSignals, json("proof.json")));
    const wrong = [String(BigInt(publicSignals[0]) + 1n), ...publicSignals.slice(1)];
    check("they refuse other values", !(await groth16.verify(key, wrong, proof)));
}

async function main() {
    for (const prefix of ["", "bls12381_"]) {
        for (const keyName of ["circuit.zkey", "aligned.zkey"]) await checkKey(prefix, keyName);
    }
    // Its worker threads would keep the process.
    process.exit(0);
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
