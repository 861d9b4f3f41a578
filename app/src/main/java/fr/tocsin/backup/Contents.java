package fr.tocsin.backup;

import java.util.List;

/// The first entry of a backup: what it is a backup of, and how its tables are to be read.
///
/// @param format of the file itself
/// @param tocsin version that wrote it
/// @param made when, as an ISO instant
/// @param migrations that had been run on the database, in order
/// @param tables in an order in which they can be filled: what is pointed at comes first
/// @param key whether the key of the secrets is in the backup
record Contents(
        int format,
        String tocsin,
        String made,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        boolean key) {

    static final int FORMAT = 1;
    static final String NAME = "backup.json";
    static final String TABLES = "tables/";
    static final String MEDIA = "media/";
    static final String KEY = "keys/secrets.key";

    Contents {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    record Migration(String version, int checksum) {}

    record Table(String name, List<String> columns) {

        Table {
            columns = List.copyOf(columns);
        }

        String entry() {
            return TABLES + name + ".copy";
        }

        /// For `COPY`: its text format has been the same for decades and is read by every
        /// PostgreSQL.
        String copy(String direction) {
            return "COPY \"%s\" (%s) %s"
                    .formatted(name, "\"" + String.join("\", \"", columns) + "\"", direction);
        }
    }

    record Sequence(String name, long value, boolean called) {}
}
