/** Who handed lines over, as far as the connection tells. */
export type Sender = {
	/** How it came: `relp+tls`. */
	readonly via: string;
	/** From where: `192.0.2.7`, or the path of a socket. */
	readonly address: string;
	/** Names that it has proved to have; empty when it has proved none. */
	readonly names: readonly string[];
	/** It passes on what others sent: the hosts it names need not be its own. */
	readonly isRelay: boolean;
};
