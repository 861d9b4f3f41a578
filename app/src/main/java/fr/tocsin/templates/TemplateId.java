package fr.tocsin.templates;

import java.util.UUID;

/// Names one template.
public record TemplateId(UUID value) {

    public static TemplateId random() {
        return new TemplateId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
