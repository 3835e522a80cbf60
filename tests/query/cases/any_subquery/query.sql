SELECT id FROM products WHERE id = ANY (SELECT product_id FROM lines) AND id <> ALL (SELECT "ProductId" FROM "StockLevels") ORDER BY id
