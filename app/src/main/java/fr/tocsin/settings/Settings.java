package fr.tocsin.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the operator has set, read once at start.
///
/// A new setting is one declaration and its accessor here, and one line in `docs/configuration.md`,
/// which a test compares with the declarations.
public final class Settings {

    private static final List<Setting<?>> DECLARED = new ArrayList<>();

    private static final Setting<Integer> PORT =
            declare("TOCSIN_PORT", Kind.PORT, "8080", "Port that the server listens on.");
    private static final Setting<InetAddress> ADDRESS =
            declare(
                    "TOCSIN_ADDRESS",
                    Kind.ADDRESS,
                    "127.0.0.1",
                    "Address that the server listens on; `0.0.0.0` opens it to the network.");
    private static final Setting<URI> PUBLIC_URL =
            declare(
                    "TOCSIN_PUBLIC_URL",
                    Kind.WEB_ADDRESS,
                    "",
                    "Address under which the public reaches the server, used in feeds and links;"
                            + " without it `http://localhost:` and the port.");
    private static final Setting<Path> DATA =
            declare(
                    "TOCSIN_DATA",
                    Kind.FOLDER,
                    "./data",
                    "Folder of everything that must survive a restart: database, pictures, key.");
    private static final Setting<String> DATABASE_URL =
            declareSecret(
                    "TOCSIN_DATABASE_URL",
                    Kind.TEXT,
                    "An external PostgreSQL, as `postgresql://user:password@host/database` or"
                            + " `jdbc:postgresql://…`; without it the server runs its own.");
    private static final Setting<Integer> DATABASE_POOL =
            declare(
                    "TOCSIN_DATABASE_POOL",
                    Kind.COUNT,
                    "10",
                    "Most connections that the server keeps to its database.");
    private static final Setting<byte[]> SECRET_KEY =
            declareSecret(
                    "TOCSIN_SECRET_KEY",
                    Kind.KEY,
                    "Key that seals tokens in the database: 32 bytes in Base64, as"
                            + " `openssl rand -base64 32` prints; without it one is kept in"
                            + " `keys` of the data folder.");
    private static final Setting<List<String>> OUTBOUND_ALLOW =
            declare(
                    "TOCSIN_OUTBOUND_ALLOW",
                    Kind.LIST,
                    "",
                    "Internal hosts that outgoing requests may reach nevertheless.");
    private static final Setting<Integer> WORKERS =
            declare("TOCSIN_WORKERS", Kind.COUNT, "4", "Deliveries in flight at the same time.");
    private static final Setting<Duration> LEASE =
            declare(
                    "TOCSIN_LEASE",
                    Kind.DURATION,
                    "60s",
                    "How long a worker keeps a delivery before another may take it over.");
    private static final Setting<Duration> RECONCILE_AFTER =
            declare(
                    "TOCSIN_RECONCILE_AFTER",
                    Kind.DURATION,
                    "20s",
                    "How long after an unknown outcome the network is asked what became of it.");
    private static final Setting<Duration> OVERDUE_GRACE =
            declare(
                    "TOCSIN_OVERDUE_GRACE",
                    Kind.DURATION,
                    "30m",
                    "How late a planned publication may still go out by itself.");
    private static final Setting<Boolean> TRUST_PROXY =
            declare(
                    "TOCSIN_TRUST_PROXY",
                    Kind.SWITCH,
                    "false",
                    "Whether `X-Forwarded-*` headers are believed; only behind a proxy that sets"
                            + " them.");
    private static final Setting<List<InetAddress>> PROXIES =
            declare(
                    "TOCSIN_PROXIES",
                    Kind.ADDRESSES,
                    "127.0.0.1,::1",
                    "Addresses of the proxies that are believed with `TOCSIN_TRUST_PROXY`.");
    private static final Setting<Boolean> SECURE_COOKIES =
            declare(
                    "TOCSIN_SECURE_COOKIES",
                    Kind.SWITCH,
                    "",
                    "Whether cookies travel over HTTPS only; without it, whether the public"
                            + " address is https.");

    private static final OpenIdConnect.Declared OPEN_ID_CONNECT = new OpenIdConnect.Declared();
    private static final Setting<URI> MEDIA_S3_ENDPOINT =
            declare(
                    "TOCSIN_MEDIA_S3_ENDPOINT",
                    Kind.WEB_ADDRESS,
                    "",
                    "Address of an S3-compatible store for pictures; without it they are kept in"
                            + " `media` of the data folder.");
    private static final Setting<String> MEDIA_S3_BUCKET =
            declare("TOCSIN_MEDIA_S3_BUCKET", Kind.TEXT, "", "The bucket, which must exist.");
    private static final Setting<String> MEDIA_S3_REGION =
            declare("TOCSIN_MEDIA_S3_REGION", Kind.TEXT, "us-east-1", "The bucket's region.");
    private static final Setting<String> MEDIA_S3_PREFIX =
            declare(
                    "TOCSIN_MEDIA_S3_PREFIX",
                    Kind.TEXT,
                    "",
                    "Folder within the bucket, where it holds other things too.");
    private static final Setting<String> MEDIA_S3_ACCESS_KEY =
            declareSecret("TOCSIN_MEDIA_S3_ACCESS_KEY", Kind.TEXT, "The store's access key.");
    private static final Setting<String> MEDIA_S3_SECRET_KEY =
            declareSecret("TOCSIN_MEDIA_S3_SECRET_KEY", Kind.TEXT, "The store's secret key.");
    private static final Setting<String> BACKUP_PASSPHRASE =
            declareSecret(
                    "TOCSIN_BACKUP_PASSPHRASE",
                    Kind.TEXT,
                    "Passphrase of encrypted backups, for `./tocsin backup --encrypt` and"
                            + " `./tocsin restore`; without it they ask for it.");

    private final Map<Setting<?>, Object> values = new HashMap<>();

    private final Optional<OpenIdConnect> openIdConnect;

    private Settings(Map<String, String> texts) {
        for (var setting : DECLARED) {
            var text = texts.getOrDefault(setting.key(), setting.fallback()).strip();
            if (!text.isEmpty()) {
                values.put(setting, setting.read(text));
            }
        }
        openIdConnect = OPEN_ID_CONNECT.of(this);
    }

    /// Settings from keys and their texts alone: no environment, no file but those that a `_FILE`
    /// key names.
    ///
    /// @throws UnusableSettings for an unknown key or an unusable value
    public static Settings of(Map<String, String> texts) {
        return new Settings(Texts.checked(texts, DECLARED));
    }

    /// Settings as the server reads them: the environment and the settings file.
    ///
    /// @throws UnusableSettings for an unknown key or an unusable value
    public static Settings ofEnvironment() {
        var texts = new HashMap<>(System.getenv());
        texts.keySet().removeIf(key -> !key.startsWith("TOCSIN_"));
        return of(Texts.withFile(texts));
    }

    public int port() {
        return value(PORT);
    }

    public InetAddress address() {
        return value(ADDRESS);
    }

    /// Base of absolute addresses, without a slash at its end.
    public URI publicUrl() {
        return optional(PUBLIC_URL).orElseGet(() -> URI.create("http://localhost:" + port()));
    }

    /// Absolute path; need not exist yet.
    public Path data() {
        return value(DATA);
    }

    /// Empty when the server runs its own database.
    public Optional<String> databaseUrl() {
        return optional(DATABASE_URL);
    }

    public int databasePool() {
        return value(DATABASE_POOL);
    }

    /// 32 bytes; empty when the server keeps a key itself.
    public Optional<byte[]> secretKey() {
        return optional(SECRET_KEY);
    }

    /// Host names, addresses and CIDR ranges.
    public List<String> outboundAllow() {
        return optional(OUTBOUND_ALLOW).orElse(List.of());
    }

    /// Empty when it is to be asked for.
    public Optional<String> backupPassphrase() {
        return optional(BACKUP_PASSPHRASE);
    }

    public int workers() {
        return value(WORKERS);
    }

    public Duration lease() {
        return value(LEASE);
    }

    public Duration reconcileAfter() {
        return value(RECONCILE_AFTER);
    }

    public Duration overdueGrace() {
        return value(OVERDUE_GRACE);
    }

    public boolean trustProxy() {
        return value(TRUST_PROXY);
    }

    /// Whose `X-Forwarded-*` headers are believed when any are.
    public List<InetAddress> proxies() {
        return value(PROXIES);
    }

    public boolean secureCookies() {
        return optional(SECURE_COOKIES).orElseGet(() -> "https".equals(publicUrl().getScheme()));
    }

    /// Empty when members sign in here only.
    public Optional<OpenIdConnect> openIdConnect() {
        return openIdConnect;
    }

    /// Where pictures are kept; empty for the data folder.
    ///
    /// @throws UnusableSettings when some of it is set and the rest is missing
    public Optional<ObjectStorage> mediaStorage() {
        var needed =
                List.of(
                        MEDIA_S3_ENDPOINT,
                        MEDIA_S3_BUCKET,
                        MEDIA_S3_ACCESS_KEY,
                        MEDIA_S3_SECRET_KEY);
        if (needed.stream().noneMatch(values::containsKey)) {
            return Optional.empty();
        }
        for (var setting : needed) {
            if (!values.containsKey(setting)) {
                throw new UnusableSettings(
                        setting.key() + " is missing",
                        "A store for pictures needs endpoint, bucket, access key and secret key:"
                                + " set all four TOCSIN_MEDIA_S3_… or none.");
            }
        }
        var folder = optional(MEDIA_S3_PREFIX).orElse("").replaceAll("^/+|/+$", "");
        return Optional.of(
                new ObjectStorage(
                        value(MEDIA_S3_ENDPOINT).toString(),
                        value(MEDIA_S3_BUCKET),
                        value(MEDIA_S3_REGION),
                        folder.isEmpty() ? "" : folder + "/",
                        value(MEDIA_S3_ACCESS_KEY),
                        value(MEDIA_S3_SECRET_KEY)));
    }

    /// Every setting there is, in the order of the documentation.
    static List<Setting<?>> declared() {
        return List.copyOf(DECLARED);
    }

    <T> T value(Setting<T> setting) {
        return optional(setting).orElseThrow();
    }

    @SuppressWarnings("unchecked") // put there by the same setting's reader
    <T> Optional<T> optional(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting));
    }

    static <T> Setting<T> declare(String key, Kind<T> kind, String fallback, String description) {
        var setting = new Setting<>(key, kind, fallback, description, false);
        DECLARED.add(setting);
        return setting;
    }

    static <T> Setting<T> declareSecret(String key, Kind<T> kind, String description) {
        var setting = new Setting<>(key, kind, "", description, true);
        DECLARED.add(setting);
        return setting;
    }
}
