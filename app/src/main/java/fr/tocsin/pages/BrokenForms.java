package fr.tocsin.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// A form that broke off on its way, or was never one, is its sender's fault: no line in the log.
@ControllerAdvice
class BrokenForms {

    @ExceptionHandler
    void tooHeavy(MaxUploadSizeExceededException refused, HttpServletResponse response)
            throws IOException {
        response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }

    @ExceptionHandler
    void broken(MultipartException refused, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }
}
