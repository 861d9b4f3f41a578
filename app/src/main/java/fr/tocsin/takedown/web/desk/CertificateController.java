package fr.tocsin.takedown.web.desk;

import fr.tocsin.pages.Words;
import fr.tocsin.takedown.Certificate;
import fr.tocsin.takedown.TakedownId;
import fr.tocsin.takedown.Takedowns;
import fr.tocsin.units.Officer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What was removed, when, and when it was last seen to be gone: to read, to file, to check.
@Controller
@RequestMapping("/desk/{unit}/takedowns/{id}")
class CertificateController {

    private final Takedowns takedowns;
    private final MessageSource messages;

    CertificateController(Takedowns takedowns, MessageSource messages) {
        this.takedowns = takedowns;
        this.messages = messages;
    }

    @GetMapping("/certificate")
    ModelAndView page(Officer officer, @PathVariable UUID id) {
        return new ModelAndView(
                "desk/takedowns/certificate",
                "page",
                new CertificatePage(
                        Paths.takedown(officer, new TakedownId(id)), certificate(officer, id)));
    }

    @GetMapping("/certificate.pdf")
    ResponseEntity<byte[]> pdf(Officer officer, @PathVariable UUID id, Locale reader) {
        var language = reader.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        var paper = new CertificatePdf(new Words(messages, language));
        return file(id, "pdf", MediaType.APPLICATION_PDF, paper.print(certificate(officer, id)));
    }

    /// The facts to the letter: what the hash is of.
    @GetMapping("/certificate.txt")
    ResponseEntity<byte[]> text(Officer officer, @PathVariable UUID id) {
        var bytes = certificate(officer, id).text().getBytes(StandardCharsets.UTF_8);
        return file(id, "txt", new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8), bytes);
    }

    private Certificate certificate(Officer officer, UUID id) {
        var takedown = takedowns.find(officer, new TakedownId(id)).orElseThrow(Paths::notFound);
        return new Certificate(officer.unit(), takedown, takedowns.copies(takedown));
    }

    private static ResponseEntity<byte[]> file(
            UUID id, String ending, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("takedown-" + id + "." + ending)
                                .build()
                                .toString())
                .body(bytes);
    }
}
