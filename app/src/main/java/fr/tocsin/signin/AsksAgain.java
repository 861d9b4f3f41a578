package fr.tocsin.signin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Put on the handler of a POST that does grave things: a session left open must not be enough for
/// it. Whoever has not proven within the last five minutes that it is really them is asked first,
/// and nothing is done meanwhile.
///
/// What was typed travels in the page that asks and is sent again with the proof, so that nothing
/// is lost, without JavaScript, even when the server restarts in between. Files are not kept: it is
/// not for forms with an upload. Field names that begin with `proof` are the question's own.
///
/// A member without the unit never gets as far as this question: a stranger still sees a 404.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface AsksAgain {

    /// The key of the words that name the act, such as those on the button that began it.
    String value();
}
