package fr.tocsin.templates;

/// There is no such template in the unit, which looks the same as one of another unit.
public class NoSuchTemplate extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchTemplate(TemplateId id) {
        super("no template " + id + " in this unit");
    }
}
