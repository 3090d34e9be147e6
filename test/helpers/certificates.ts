import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {makeTemporaryFolder} from './temporary-folder.ts';

export type Certificate = {readonly certificate: string; readonly key: string};

/** An authority with certificates for a server at 127.0.0.1 named logs.test and for a client named agent.test, PEM files all. */
export type Certificates = {
	readonly ca: string;
	readonly server: Certificate;
	readonly client: Certificate;
};

export function makeCertificates(): Certificates {
	const folder = makeTemporaryFolder('scribery-certificates-');
	const run = (words: readonly string[]): void => {
		execFileSync('openssl', [...words], {cwd: folder, stdio: ['ignore', 'ignore', 'pipe']});
	};

	const request = ['req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
	run([...request, '-x509', '-days', '2', '-subj', '/CN=test authority', '-keyout', 'ca.key', '-out', 'ca.pem']);
	const issue = (name: string, alternative: string): Certificate => {
		writeFileSync(path.join(folder, `${name}.ext`), `subjectAltName=${alternative}\n`);
		run([...request, '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`]);
		run(['x509', '-req', '-days', '2', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', `${name}.ext`, '-out', `${name}.pem`]);
		return {certificate: path.join(folder, `${name}.pem`), key: path.join(folder, `${name}.key`)};
	};

	return {ca: path.join(folder, 'ca.pem'), server: issue('logs.test', 'IP:127.0.0.1,DNS:logs.test'), client: issue('agent.test', 'DNS:agent.test')};
}
