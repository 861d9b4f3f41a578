package fr.tocsin.signin.web;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as one path of an SVG, without style or script.
final class QrDrawing {

    private static final int QUIET_ZONE = 4; // modules; ISO/IEC 18004

    private QrDrawing() {}

    static String svg(String text, String label) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var side = code.size + 2 * QUIET_ZONE;
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(' ')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="%s" viewBox="0 0 %2$d %2$d" \
        shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%2$dv%2$dH0z"/><path fill="#000" d="%3$s"/></svg>\
        """
                .formatted(escaped(label), side, path);
    }

    private static String escaped(String label) {
        return label.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
