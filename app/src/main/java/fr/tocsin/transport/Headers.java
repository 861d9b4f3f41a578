package fr.tocsin.transport;

import java.util.List;
import java.util.Optional;

/// The header lines of an answer; names match in any case.
public record Headers(List<Line> lines) {

    public Headers {
        lines = List.copyOf(lines);
    }

    public Optional<String> first(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Line::value)
                .findFirst();
    }

    public record Line(String name, String value) {}
}
