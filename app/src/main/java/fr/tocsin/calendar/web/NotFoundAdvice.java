package fr.tocsin.calendar.web;

import fr.tocsin.calendar.NoSuchSlot;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// What is not there and what is another unit's look the same.
@ControllerAdvice
class NotFoundAdvice {

    @ExceptionHandler
    void notFound(NoSuchSlot missing, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
