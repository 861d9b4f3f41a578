package fr.tocsin.takedown.web.desk;

import fr.tocsin.pages.Moments;
import fr.tocsin.pages.Words;
import fr.tocsin.takedown.Certificate;
import fr.tocsin.takedown.Ending;
import fr.tocsin.takedown.TakedownCopy;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.FontFactory;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/// A certificate on paper.
final class CertificatePdf {

    private static final float MARGIN = 50;
    private static final Color INK = new Color(0x1b, 0x26, 0x36);
    private static final Color SOFT = new Color(0x52, 0x5f, 0x70);
    private static final Color RULE = new Color(0xc8, 0xd0, 0xda);
    private static final Charset LATIN = Charset.forName("windows-1252");

    private final Font title = font(FontFactory.HELVETICA_BOLD, 18, INK);
    private final Font heading = font(FontFactory.HELVETICA_BOLD, 11, INK);
    private final Font plain = font(FontFactory.HELVETICA, 9.5f, INK);
    private final Font soft = font(FontFactory.HELVETICA, 8.5f, SOFT);
    private final Font mono = font(FontFactory.COURIER, 8.5f, INK);

    private final Words words;
    private final Moments moments;

    CertificatePdf(Words words) {
        this.words = words;
        this.moments = new Moments(words, Certificate.ZONE, Clock.systemUTC());
    }

    byte[] print(Certificate certificate) {
        var bytes = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        var writer = PdfWriter.getInstance(document, bytes);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(words.locale().toLanguageTag()));
        document.addTitle(words.t("takedown.certificate.title"));
        document.addAuthor(certificate.unit().name());
        document.open();
        document.add(new Paragraph(latin(certificate.unit().name()), soft));
        document.add(new Paragraph(latin(words.t("takedown.certificate.title")), title));
        document.add(spaced(words.t(says(certificate) + ".title"), heading, 10));
        document.add(spaced(words.t(says(certificate)), plain, 2));
        document.add(facts(certificate));
        document.add(
                spaced(
                        words.t("takedown.certificate.copies", certificate.copies().size()),
                        heading,
                        12));
        for (var copy : certificate.copies()) {
            document.add(copy(copy));
        }
        document.add(spaced(words.t("takedown.certificate.hash"), heading, 12));
        document.add(new Paragraph(certificate.hash(), mono));
        document.add(spaced(words.t("takedown.certificate.hash.how"), soft, 2));
        document.close();
        return bytes.toByteArray();
    }

    static String says(Certificate certificate) {
        return "takedown.verdict." + certificate.verdict().name().toLowerCase(Locale.ROOT);
    }

    private PdfPTable facts(Certificate certificate) {
        var takedown = certificate.takedown();
        var table = table(12);
        fact(table, "takedown.fact.publication", takedown.title());
        fact(table, "takedown.fact.id", takedown.publication().toString());
        fact(table, "takedown.fact.revision", takedown.revision());
        fact(table, "takedown.fact.hash", takedown.revisionHash());
        fact(
                table,
                "takedown.fact.cause",
                words.t("takedown.cause." + takedown.cause())
                        + (takedown.remark().isEmpty() ? "" : " – " + takedown.remark()));
        fact(table, "takedown.fact.ordered", time(takedown.order().at()));
        fact(table, "takedown.fact.by", takedown.order().name());
        if (takedown.review().at() != null) {
            fact(
                    table,
                    "takedown.fact.reviewed",
                    takedown.review().name() + ", " + time(takedown.review().at()));
        }
        fact(table, "takedown.fact.stopped", String.valueOf(takedown.stopped()));
        fact(table, "takedown.fact.settled", time(takedown.settledAt()));
        fact(table, "takedown.fact.as-of", time(takedown.changedAt()));
        return table;
    }

    private PdfPTable copy(TakedownCopy copy) {
        var table = table(6);
        table.setKeepTogether(true);
        var post = copy.post();
        var reason = copy.reason();
        var byHand = copy.byHand();
        fact(
                table,
                "takedown.fact.copy",
                words.t("network." + copy.network())
                        + " – "
                        + copy.handle()
                        + " – "
                        + words.t("takedown.ending." + copy.ending()));
        fact(
                table,
                "takedown.fact.address",
                post == null
                        ? null
                        : post.permalink() == null ? post.id() : post.permalink().toString());
        fact(table, "takedown.fact.since", time(copy.publicSince()));
        fact(table, "takedown.fact.ended", time(copy.endedAt()));
        fact(table, "takedown.fact.verified", verified(copy));
        if (byHand != null) {
            fact(
                    table,
                    "takedown.fact.hand",
                    byHand.name() + ", " + time(byHand.at()) + " – " + byHand.remark());
        }
        if (reason != null && copy.ending() != Ending.REMOVED) {
            fact(table, "takedown.fact.reason", reason(reason.code()));
        }
        return table;
    }

    private String verified(TakedownCopy copy) {
        var verification = copy.verification();
        var verifiedAt = verification.verifiedAt();
        if (verifiedAt != null) {
            return words.t(
                    "takedown.verified",
                    moments.full(verifiedAt),
                    verification.looks(),
                    verification.ahead());
        }
        return words.t(
                copy.verifiable() ? "takedown.verified.not-yet" : "takedown.verified.cannot");
    }

    private String reason(String code) {
        var messages = words.messages();
        var known = messages.getMessage("reason." + code, null, "", words.locale());
        return known == null || known.isEmpty() ? code : known;
    }

    private static PdfPTable table(float before) {
        var table = new PdfPTable(new float[] {3, 7});
        table.setWidthPercentage(100);
        table.setSpacingBefore(before);
        return table;
    }

    private void fact(PdfPTable table, String key, @Nullable String value) {
        table.addCell(cell(words.t(key), soft));
        table.addCell(cell(value == null || value.isBlank() ? "–" : value, plain));
    }

    private static PdfPCell cell(String text, Font font) {
        var cell = new PdfPCell(new Phrase(latin(text), font));
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderColor(RULE);
        cell.setPaddingBottom(4);
        cell.setVerticalAlignment(Element.ALIGN_TOP);
        return cell;
    }

    private static Paragraph spaced(String text, Font font, float before) {
        var paragraph = new Paragraph(latin(text), font);
        paragraph.setSpacingBefore(before);
        return paragraph;
    }

    private @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : moments.full(instant);
    }

    /// The fonts that every reader of PDF has know Western letters only; the text to the letter is
    /// in the file that the hash is of.
    private static String latin(String text) {
        var known = text.replace('\u202f', '\u00a0').replace("\u200b", "");
        var encoder = LATIN.newEncoder();
        var plain = new StringBuilder();
        known.codePoints()
                .forEach(letter -> {
                    var one = Character.toString(letter);
                    plain.append(encoder.canEncode(one) ? one : "?");
                });
        return plain.toString();
    }

    private static Font font(String name, float size, Color color) {
        return FontFactory.getFont(name, size, Font.NORMAL, color);
    }
}
