package fr.tocsin.units;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The people who may sign in, whatever units they work in.
@Service
public class Members {

    static final String COLUMNS =
            "member.id, member.email, member.name, member.language, member.demo";

    private final JdbcClient jdbc;
    private final Clock clock;

    Members(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Member> find(MemberId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM member WHERE id = :id")
                .param("id", id.value())
                .query(Rows::member)
                .optional();
    }

    /// @param email in any case, spaces around it forgiven
    public Optional<Member> byEmail(String email) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM member WHERE lower(email) = lower(:email)")
                .param("email", email.strip())
                .query(Rows::member)
                .optional();
    }

    /// Adds a person, who belongs to no unit yet and cannot sign in before a password is set.
    ///
    /// @throws EmailTaken when a member has this address, in whatever case
    public Member add(String email, String name, Locale language, boolean demo) {
        var member =
                new Member(MemberId.random(), email.strip(), name.strip(), spoken(language), demo);
        try {
            jdbc.sql(
                            """
                            INSERT INTO member (id, email, name, language, demo, created_at)
                            VALUES (:id, :email, :name, :language, :demo, :now)
                            """)
                    .param("id", member.id().value())
                    .param("email", member.email())
                    .param("name", member.name())
                    .param("language", member.language().getLanguage())
                    .param("demo", demo)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new EmailTaken(taken);
        }
        return member;
    }

    /// What members change about themselves.
    public void describe(MemberId id, String name, Locale language) {
        jdbc.sql("UPDATE member SET name = :name, language = :language WHERE id = :id")
                .param("id", id.value())
                .param("name", name.strip())
                .param("language", spoken(language).getLanguage())
                .update();
    }

    private static Locale spoken(Locale language) {
        return language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    }

    /// A member has this e-mail address.
    public static class EmailTaken extends RuntimeException {

        private static final long serialVersionUID = 1;

        EmailTaken(Throwable cause) {
            super("a member has this e-mail address", cause);
        }
    }
}
