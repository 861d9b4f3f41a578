package fr.tocsin.delivering;

/// Why something did not go as wished, for the people at the desk and for the record.
///
/// @param code a stable word such as `rate-limited`; the desk shows the message `reason.<code>`
/// @param detail what the network answered, secrets removed; may be empty
public record Reason(String code, String detail) {

    public static Reason of(String code) {
        return new Reason(code, "");
    }
}
