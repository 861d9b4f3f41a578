package fr.tocsin.secrets;

import java.util.Optional;

/// Brings key and database together.
record Installation(KeyFile file, SecretCheck check) {

    /// @param given the key that the operator has set
    /// @throws UnusableKey when the key is lost, or is not the one of this database
    Secrets secrets(Optional<byte[]> given) {
        var secrets = Secrets.withKey(given.or(file::read).orElseGet(this::first));
        if (!check.accepts(secrets)) {
            throw new UnusableKey(
                    "The key from "
                            + (given.isPresent() ? "TOCSIN_SECRET_KEY" : file.path())
                            + " does not open the secrets in this database",
                    "Bring back the key that was used with it: the file "
                            + file.path()
                            + " of its backup, or its TOCSIN_SECRET_KEY. Nothing was changed.");
        }
        return secrets;
    }

    private byte[] first() {
        if (check.exists()) {
            throw new UnusableKey(
                    "The database holds secrets, but their key is not in " + file.path(),
                    "Bring that file back from the backup, or set TOCSIN_SECRET_KEY to the key that"
                            + " was used. Nothing was changed.");
        }
        return file.create();
    }
}
