package fr.tocsin.database;

import fr.tocsin.Tocsin;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/// A test against the whole server, on a free port and a real, empty PostgreSQL.
///
/// Classes with the same beans share one server, which is started once; each class begins with
/// empty tables. Settings are overridden with `@TestPropertySource(properties =
/// "TOCSIN_WORKERS=1")`.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
        classes = Tocsin.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = TestServer.MARK + "=true")
@TestExecutionListeners(
        listeners = TestServer.EmptyTables.class,
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface TocsinTest {}
